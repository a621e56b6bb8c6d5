import path from "node:path";
import { z } from "zod";
import { parseRingKeys } from "@/lib/crypto/parse-ring-keys";

/** What a variable is for, whether it is right, and what stops working without it. */
export type EnvProblem = {
  readonly variable: string;
  readonly problem: string;
  readonly consequence: string;
};

const secretText = z.string().min(32, "must have at least 32 characters");
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http(s) URL" });
const ringKeys = z.string().transform((text, issue) => {
  const keys = parseRingKeys(text);
  if (typeof keys !== "string") return keys;
  issue.addIssue({ code: "custom", message: keys });
  return z.NEVER;
});
const flag = z
  .enum(["0", "1", "true", "false"], { error: "must be 1 or 0" })
  .transform((text) => text === "1" || text === "true");

const VARIABLES = {
  NODE_ENV: {
    schema: z.enum(["development", "production", "test"]).default("development"),
    consequence: "the mode of the server is unknown",
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" }).optional(),
    consequence: "the database cannot be reached",
  },
  FORMLINE_DB_DRIVER: {
    schema: z.enum(["postgres", "neon", "pglite"]).optional(),
    consequence: "the database driver cannot be chosen",
  },
  FORMLINE_DB_POOL: {
    schema: z.coerce.number().int().min(1).max(200).default(10),
    consequence: "the number of database connections is unknown",
  },
  FORMLINE_DB_PREPARE: {
    schema: flag.default(true),
    consequence: "it is unknown whether connections keep prepared statements",
  },
  FORMLINE_NEON_PROXY: {
    schema: z
      .string()
      .regex(/^[\w.-]+:\d+$/, "must be host:port")
      .optional(),
    consequence: "the Neon driver cannot find its WebSocket proxy",
  },
  FORMLINE_DATA_DIR: {
    schema: z.string().min(1).default(".data"),
    consequence: "there is no place for the embedded database and received files",
  },
  FORMLINE_WATCH_DIR: {
    schema: z.string().refine(path.isAbsolute, "must be an absolute path").optional(),
    consequence: "no folder is watched for new files",
  },
  FORMLINE_WEATHER_URL: {
    schema: httpUrl.optional(),
    consequence: "no weather service is asked",
  },
  FORMLINE_CALENDAR_PRIVATE: {
    schema: flag.default(false),
    consequence: "it is unknown whether calendars of this server's own network may be fetched",
  },
  FORMLINE_GARMIN_PERSONAL_URL: {
    schema: httpUrl.default("https://personal.connectapi.garmin.com"),
    consequence: "Garmin cannot be asked with an athlete's own key",
  },
  FORMLINE_GARMIN_CONNECT: {
    schema: flag.default(false),
    consequence: "it is unknown whether Garmin tokens may be brought along",
  },
  FORMLINE_GARMIN_CONNECT_URL: {
    schema: httpUrl.default("https://connectapi.garmin.com"),
    consequence: "Garmin cannot be asked with tokens that were brought along",
  },
  FORMLINE_GARMIN_CONNECT_AUTH_URL: {
    schema: httpUrl.default("https://diauth.garmin.com"),
    consequence: "Garmin tokens that were brought along cannot be renewed",
  },
  FORMLINE_GARMIN_PARTNER_ID: {
    schema: z.string().min(1).optional(),
    consequence: "Garmin's developer program is not used",
  },
  FORMLINE_GARMIN_PARTNER_SECRET: {
    schema: z.string().min(1).optional(),
    consequence: "Garmin's developer program is not used",
  },
  FORMLINE_GARMIN_PARTNER_URL: {
    schema: httpUrl.default("https://apis.garmin.com"),
    consequence: "Garmin's developer program cannot be asked",
  },
  FORMLINE_GARMIN_PARTNER_AUTH_URL: {
    schema: httpUrl.default("https://diauth.garmin.com"),
    consequence: "Garmin's developer program gives no tokens",
  },
  FORMLINE_GARMIN_PARTNER_CONSENT_URL: {
    schema: httpUrl.default("https://connect.garmin.com"),
    consequence: "nobody can agree to share their Garmin data",
  },
  FORMLINE_STRAVA_ID: {
    schema: z.string().min(1).optional(),
    consequence: "Strava is not used",
  },
  FORMLINE_STRAVA_SECRET: {
    schema: z.string().min(1).optional(),
    consequence: "Strava is not used",
  },
  FORMLINE_STRAVA_SUBSCRIPTION: {
    schema: z.string().regex(/^\d+$/, "must be the number of the subscription").optional(),
    consequence: "events of another Strava subscription cannot be told apart",
  },
  FORMLINE_STRAVA_URL: {
    schema: httpUrl.default("https://www.strava.com"),
    consequence: "Strava cannot be asked",
  },
  AI_MODE: {
    schema: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
    consequence: "it is unknown whether a language model may be asked",
  },
  ANTHROPIC_API_KEY: {
    schema: z.string().min(1).optional(),
    consequence: "no language model is asked",
  },
  FORMLINE_AI_URL: {
    schema: httpUrl.default("https://api.anthropic.com"),
    consequence: "the language model cannot be asked",
  },
  FORMLINE_AI_BUDGET: {
    schema: z.coerce.number().min(0).max(1_000_000).default(20),
    consequence: "it is unknown how much the language model may cost",
  },
  PORT: {
    schema: z.coerce.number().int().min(0).max(65_535).default(3000),
    consequence: "the server does not know where to listen",
  },
  FORMLINE_URL: {
    schema: httpUrl.optional(),
    consequence: "cookies cannot be marked secure and links in messages have no address",
  },
  FORMLINE_SECRET: {
    schema: secretText.optional(),
    consequence: "nobody can sign in",
  },
  FORMLINE_PEPPER: {
    schema: secretText.optional(),
    consequence: "passwords cannot be checked",
  },
  FORMLINE_KEYS: {
    schema: ringKeys.optional(),
    consequence: "nothing can be connected, because tokens are only stored sealed",
  },
  FORMLINE_METRICS_TOKEN: {
    schema: secretText.optional(),
    consequence: "nothing is counted for Prometheus",
  },
  FORMLINE_TRUST_PROXY: {
    schema: flag.default(false),
    consequence: "the address of a visitor behind a reverse proxy is unknown",
  },
  LOG_LEVEL: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    consequence: "logging cannot be set up",
  },
  INNGEST_EVENT_KEY: {
    schema: z.string().min(1).optional(),
    consequence: "background work cannot be sent to the Inngest server",
  },
  INNGEST_SIGNING_KEY: {
    schema: z.string().min(1).optional(),
    consequence: "calls of the Inngest server cannot be verified",
  },
  INNGEST_SIGNING_KEY_FALLBACK: {
    schema: z.string().min(1).optional(),
    consequence: "the signing key cannot be rotated without a gap",
  },
  INNGEST_BASE_URL: {
    schema: httpUrl.optional(),
    consequence: "a self-hosted Inngest server cannot be found",
  },
  INNGEST_DEV: {
    schema: z
      .union([flag, httpUrl], { error: "must be 1, 0 or the URL of a dev server" })
      .optional(),
    consequence: "the Inngest dev server cannot be found",
  },
} as const;

type Name = keyof typeof VARIABLES;
type Values = { [Key in Name]: z.output<(typeof VARIABLES)[Key]["schema"]> };
type Source = Readonly<Record<string, string | undefined>>;

/** Names that other tools use for the same thing; ours win. */
const ALIASES: Partial<Record<Name, readonly string[]>> = {
  FORMLINE_URL: ["NEXTAUTH_URL"],
  FORMLINE_SECRET: ["NEXTAUTH_SECRET", "AUTH_SECRET"],
  FORMLINE_AI_URL: ["ANTHROPIC_BASE_URL"],
};

/** What a vendor knows the operator's application by. */
type AppKey = { readonly clientId: string; readonly clientSecret: string };

/** The configuration, read once; instants, paths and flags already in their type. */
export type Env = {
  readonly isProduction: boolean;
  readonly isTest: boolean;
  /** True inside `next build`, where no database, secret or network is touched. */
  readonly isBuild: boolean;
  /** Null means the embedded database under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null means: chosen by `databaseUrl`. */
  readonly databaseDriver: "postgres" | "neon" | "pglite" | null;
  readonly databasePool: number;
  /** False behind a pooler that gives each transaction another connection. */
  readonly databasePrepares: boolean;
  /** host:port of a WebSocket proxy in front of Postgres, for the Neon driver. */
  readonly neonProxy: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute; null when no folder is watched. */
  readonly watchDir: string | null;
  /** Base of a service that keeps the weather of the past; null when none is asked. */
  readonly weatherUrl: string | null;
  /** Calendars may lie in the network around this server, and be fetched without encryption. */
  readonly calendarAllowsPrivate: boolean;
  /** Where data can come from by itself; null where the operator has not set it up. */
  readonly sources: {
    readonly garminPersonal: { readonly baseUrl: string };
    /** Unofficial, so only where the operator says so. */
    readonly garminConnect: { readonly baseUrl: string; readonly authUrl: string } | null;
    readonly garminPartner:
      | (AppKey & {
          readonly apiUrl: string;
          readonly authUrl: string;
          readonly consentUrl: string;
        })
      | null;
    readonly strava:
      | (AppKey & { readonly baseUrl: string; readonly subscriptionId: string | null })
      | null;
  };
  readonly ai: {
    /** Null where no model is asked: switched off, or without a key. */
    readonly anthropic: { readonly apiKey: string; readonly baseUrl: string } | null;
    readonly isOff: boolean;
    /** US dollars in a calendar month, for all athletes together. */
    readonly budgetUsd: number;
  };
  readonly port: number;
  /** Origin under which browsers reach the server, without a trailing slash. */
  readonly publicUrl: string;
  /** Cookies carry `Secure` and HSTS is sent. */
  readonly isHttps: boolean;
  /** Null means the owner-only file under `dataDir` (embedded database only). */
  readonly secret: string | null;
  readonly pepper: string | null;
  /** The first one is current; null means the owner-only file under `dataDir`, or none. */
  readonly keys: NonNullable<Values["FORMLINE_KEYS"]> | null;
  /** What a scraper of metrics has to know; null when nothing is counted. */
  readonly metricsToken: string | null;
  readonly trustProxy: boolean;
  readonly logLevel: Values["LOG_LEVEL"];
  readonly inngest: {
    readonly eventKey: string | null;
    readonly signingKey: string | null;
    readonly signingKeyFallback: string | null;
    readonly baseUrl: string | null;
    readonly dev: boolean | string;
  };
};

type Reading = { readonly values: Partial<Values>; readonly problems: EnvProblem[] };

function readVariables(source: Source): Reading {
  const values: Record<string, unknown> = {};
  const problems: EnvProblem[] = [];
  for (const [name, { schema, consequence }] of Object.entries(VARIABLES)) {
    const names = [name, ...(ALIASES[name as Name] ?? [])];
    const given = names.find((key) => (source[key] ?? "") !== "") ?? name;
    // An empty variable is an absent one, except where that would quietly open another database.
    const isAbsent = source[given] === "" && name !== "DATABASE_URL";
    const result = schema.safeParse(isAbsent ? undefined : source[given]);
    if (result.success) values[name] = result.data;
    else {
      const problem = result.error.issues[0]?.message ?? "is malformed";
      problems.push({ variable: given, problem, consequence });
    }
  }
  return { values: values as Partial<Values>, problems };
}

/** What is right by itself but not together, or must not be left to a default in production. */
function combinationProblems(values: Partial<Values>, isBuild: boolean): EnvProblem[] {
  const problems: EnvProblem[] = [];
  const add = (variable: Name, problem: string) =>
    problems.push({ variable, problem, consequence: VARIABLES[variable].consequence });

  const driver = values.FORMLINE_DB_DRIVER;
  if ((driver === "postgres" || driver === "neon") && !values.DATABASE_URL) {
    add("DATABASE_URL", `is required when FORMLINE_DB_DRIVER is "${driver}"`);
  }
  if (driver === "pglite" && values.DATABASE_URL) {
    add("FORMLINE_DB_DRIVER", 'is "pglite" although DATABASE_URL is set; remove one of them');
  }
  if (values.INNGEST_EVENT_KEY && !values.INNGEST_SIGNING_KEY && !values.INNGEST_DEV) {
    add("INNGEST_SIGNING_KEY", "is required when INNGEST_EVENT_KEY is set");
  }
  if (values.INNGEST_SIGNING_KEY && !values.INNGEST_EVENT_KEY && !values.INNGEST_DEV) {
    add("INNGEST_EVENT_KEY", "is required when INNGEST_SIGNING_KEY is set");
  }
  if (values.NODE_ENV === "production" && values.DATABASE_URL && !isBuild) {
    if (!values.FORMLINE_SECRET) add("FORMLINE_SECRET", "is required with DATABASE_URL");
    if (!values.FORMLINE_URL) add("FORMLINE_URL", "is required with DATABASE_URL");
  }
  return problems;
}

/** An application that a vendor knows has an id and a secret. */
function sourceProblems(values: Partial<Values>): EnvProblem[] {
  const pairs = [
    ["FORMLINE_GARMIN_PARTNER_ID", "FORMLINE_GARMIN_PARTNER_SECRET"],
    ["FORMLINE_STRAVA_ID", "FORMLINE_STRAVA_SECRET"],
  ] as const;
  return pairs.flatMap(([id, secret]) => {
    if (Boolean(values[id]) === Boolean(values[secret])) return [];
    const [variable, other] = values[id] ? [secret, id] : [id, secret];
    const problem = `is required with ${other}`;
    return [{ variable, problem, consequence: VARIABLES[variable].consequence }];
  });
}

/** What is received would be found in the watched folder, and received again. */
function folderProblems(values: Partial<Values>): EnvProblem[] {
  const { FORMLINE_WATCH_DIR: watched, FORMLINE_DATA_DIR: data } = values;
  if (watched === undefined || data === undefined) return [];
  const leadsOut = (way: string) => way.startsWith("..") || path.isAbsolute(way);
  if (leadsOut(path.relative(watched, data)) && leadsOut(path.relative(data, watched))) return [];
  const variable = "FORMLINE_WATCH_DIR";
  const problem = "and FORMLINE_DATA_DIR must not lie one in the other";
  return [{ variable, problem, consequence: VARIABLES[variable].consequence }];
}

function originOf(url: string): string {
  return new URL(url).origin;
}

function assemble(values: Values, isBuild: boolean): Env {
  const publicUrl = values.FORMLINE_URL
    ? originOf(values.FORMLINE_URL)
    : `http://localhost:${values.PORT}`;
  return Object.freeze({
    isProduction: values.NODE_ENV === "production",
    isTest: values.NODE_ENV === "test",
    isBuild,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseDriver: values.FORMLINE_DB_DRIVER ?? null,
    databasePool: values.FORMLINE_DB_POOL,
    databasePrepares: values.FORMLINE_DB_PREPARE,
    neonProxy: values.FORMLINE_NEON_PROXY ?? null,
    dataDir: path.resolve(values.FORMLINE_DATA_DIR),
    watchDir: values.FORMLINE_WATCH_DIR ?? null,
    weatherUrl: values.FORMLINE_WEATHER_URL ?? null,
    calendarAllowsPrivate: values.FORMLINE_CALENDAR_PRIVATE,
    sources: sourcesOf(values),
    ai: aiOf(values),
    port: values.PORT,
    publicUrl,
    isHttps: publicUrl.startsWith("https://"),
    secret: values.FORMLINE_SECRET ?? null,
    pepper: values.FORMLINE_PEPPER ?? null,
    keys: values.FORMLINE_KEYS ?? null,
    metricsToken: values.FORMLINE_METRICS_TOKEN ?? null,
    trustProxy: values.FORMLINE_TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
    inngest: {
      eventKey: values.INNGEST_EVENT_KEY ?? null,
      signingKey: values.INNGEST_SIGNING_KEY ?? null,
      signingKeyFallback: values.INNGEST_SIGNING_KEY_FALLBACK ?? null,
      baseUrl: values.INNGEST_BASE_URL ?? null,
      dev: values.INNGEST_DEV ?? false,
    },
  });
}

function sourcesOf(values: Values): Env["sources"] {
  const partner = appKey(values.FORMLINE_GARMIN_PARTNER_ID, values.FORMLINE_GARMIN_PARTNER_SECRET);
  const strava = appKey(values.FORMLINE_STRAVA_ID, values.FORMLINE_STRAVA_SECRET);
  return {
    garminPersonal: { baseUrl: values.FORMLINE_GARMIN_PERSONAL_URL },
    garminConnect: values.FORMLINE_GARMIN_CONNECT
      ? {
          baseUrl: values.FORMLINE_GARMIN_CONNECT_URL,
          authUrl: values.FORMLINE_GARMIN_CONNECT_AUTH_URL,
        }
      : null,
    garminPartner: partner && {
      ...partner,
      apiUrl: values.FORMLINE_GARMIN_PARTNER_URL,
      authUrl: values.FORMLINE_GARMIN_PARTNER_AUTH_URL,
      consentUrl: values.FORMLINE_GARMIN_PARTNER_CONSENT_URL,
    },
    strava: strava && {
      ...strava,
      baseUrl: values.FORMLINE_STRAVA_URL,
      subscriptionId: values.FORMLINE_STRAVA_SUBSCRIPTION ?? null,
    },
  };
}

function aiOf(values: Values): Env["ai"] {
  const { AI_MODE: mode, ANTHROPIC_API_KEY: apiKey, FORMLINE_AI_URL: baseUrl } = values;
  return {
    anthropic: mode === "on" && apiKey ? { apiKey, baseUrl } : null,
    isOff: mode === "off",
    budgetUsd: values.FORMLINE_AI_BUDGET,
  };
}

function appKey(clientId: string | undefined, clientSecret: string | undefined): AppKey | null {
  return clientId && clientSecret ? { clientId, clientSecret } : null;
}

/** Pure: the configuration in `source`, or every problem with it. */
export function parseEnv(
  source: Source,
):
  | { readonly env: Env; readonly problems: readonly [] }
  | { readonly env: null; readonly problems: readonly EnvProblem[] } {
  const isBuild = source.NEXT_PHASE === "phase-production-build";
  const { values, problems } = readVariables(source);
  problems.push(...combinationProblems(values, isBuild));
  problems.push(...folderProblems(values), ...sourceProblems(values));
  if (problems.length > 0) return { env: null, problems };
  return { env: assemble(values as Values, isBuild), problems: [] };
}

/** One line per problem, for the log and the command line. */
export function describeEnvProblems(problems: readonly EnvProblem[]): string {
  return problems.map((p) => `${p.variable} ${p.problem}: ${p.consequence}.`).join("\n");
}

// biome-ignore lint/style/noProcessEnv: the one place that reads it
const processEnv = process.env;
let cached: Env | undefined;

/** The configuration of this process. Throws with every problem named when it is not usable. */
export function env(): Env {
  if (cached) return cached;
  const parsed = parseEnv(processEnv);
  if (parsed.env === null) {
    throw new Error(`Configuration is not usable.\n${describeEnvProblems(parsed.problems)}`);
  }
  cached = parsed.env;
  // next-auth takes its own origin from here and nowhere else.
  processEnv.NEXTAUTH_URL ??= cached.publicUrl;
  return cached;
}

/** Every problem with the configuration of this process; empty when it is usable. */
export function validateEnv(): readonly EnvProblem[] {
  return parseEnv(processEnv).problems;
}
