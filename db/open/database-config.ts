import path from "node:path";
import { AppError } from "@/lib/errors";

export type DatabaseSettings = {
  /** Absent = the embedded database. An empty text is a mistake, not an absence. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir?: string | undefined;
  /** Overrides the choice that the URL's host makes. */
  readonly driver?: string | undefined;
  /** "host:port" of a WebSocket proxy that takes the place of Neon's own. */
  readonly webSocketProxy?: string | undefined;
};

export type DatabaseConfig =
  | { readonly driver: "pglite"; readonly directory: string; readonly lockFile: string }
  | { readonly driver: "postgres"; readonly url: string }
  | { readonly driver: "neon"; readonly url: string; readonly webSocketProxy?: string };

/**
 * Decides which database is meant. Throws AppError "invalid_input" for anything half said:
 * falling back to the embedded database would look like lost data.
 */
export function databaseConfig(settings: DatabaseSettings): DatabaseConfig {
  if (settings.databaseUrl === undefined) {
    if (settings.driver !== undefined && settings.driver !== "pglite") {
      throw refuse(`FORMLINE_DB_DRIVER is "${settings.driver}" but DATABASE_URL is not set.`);
    }
    const dataDir = path.resolve(/* turbopackIgnore: true */ settings.dataDir ?? ".data");
    return {
      driver: "pglite",
      directory: path.join(dataDir, "pglite"),
      lockFile: path.join(dataDir, "pglite.lock"),
    };
  }
  const url = settings.databaseUrl;
  const host = checkedHost(url);
  if (chosenDriver(settings.driver, host) === "postgres") return { driver: "postgres", url };
  return settings.webSocketProxy === undefined
    ? { driver: "neon", url }
    : { driver: "neon", url, webSocketProxy: settings.webSocketProxy };
}

function chosenDriver(driver: string | undefined, host: string): "postgres" | "neon" {
  if (driver === "postgres" || driver === "neon") return driver;
  if (driver !== undefined) {
    throw refuse(
      `FORMLINE_DB_DRIVER is "${driver}"; with DATABASE_URL it can be "postgres" or "neon".`,
    );
  }
  return host === "neon.tech" || host.endsWith(".neon.tech") ? "neon" : "postgres";
}

/** The URL's host. The message never repeats the URL, which holds a password. */
function checkedHost(url: string): string {
  if (url.trim() === "") throw refuse("DATABASE_URL is set but empty.");
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw refuse("DATABASE_URL is not a URL.");
  }
  if (parsed.protocol !== "postgres:" && parsed.protocol !== "postgresql:") {
    throw refuse(`DATABASE_URL begins with "${parsed.protocol}//".`);
  }
  if (parsed.hostname === "") throw refuse("DATABASE_URL names no host.");
  if (parsed.pathname.length < 2) throw refuse("DATABASE_URL names no database after the host.");
  return parsed.hostname;
}

function refuse(problem: string): AppError {
  return new AppError(
    "invalid_input",
    `${problem} Expected postgres://USER:PASSWORD@HOST:PORT/DATABASE, or leave DATABASE_URL out to use the embedded database.`,
  );
}
