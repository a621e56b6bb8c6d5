import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  accessSync,
  chownSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

export type PostgresClient = {
  /** Connection URL of a database, as its owner: no superuser, as on hosted Postgres. */
  url(database: string): string;
  /** Runs one statement as the superuser on a database. */
  admin(statement: string, database?: string): Promise<void>;
};

export type PostgresCluster = PostgresClient & {
  readonly port: number;
  /** Ends it as a crash does, sessions and all, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export const OWNER = "formline_owner";
const SUPERUSER = "postgres";

/** The folder of initdb and postgres on this machine; null when there is none. */
export function postgresBinaries(): string | null {
  const installed = "/usr/lib/postgresql";
  const versions = listed(installed)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(installed, version, "bin"));
  const folders = [...onPath(), ...versions];
  return (
    folders.find((folder) => isRunnable(folder, "initdb") && isRunnable(folder, "postgres")) ?? null
  );
}

/**
 * Starts a real Postgres in a temporary folder, on loopback only, with nothing fsynced.
 * `keepsCommits`: what was committed is still there after `restart`, as everywhere but in tests.
 */
export async function startPostgresCluster(
  binaries: string,
  { keepsCommits = false }: { readonly keepsCommits?: boolean } = {},
): Promise<PostgresCluster> {
  // Postgres refuses to run as root; there the account of its package does.
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : null;
  const folder = mkdtempSync(path.join(tmpdir(), "formline-postgres-"));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, "data");
  const options = { ...(account ?? {}), cwd: folder, stdio: "ignore" as const };
  execFileSync(
    path.join(binaries, "initdb"),
    ["-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    options,
  );
  const port = await freePort();
  const commit = `synchronous_commit=${keepsCommits ? "on" : "off"}`;
  const settings = ["fsync=off", commit, "full_page_writes=off"];
  const start = () =>
    spawn(
      path.join(binaries, "postgres"),
      [
        "-D",
        data,
        "-p",
        `${port}`,
        "-k",
        folder,
        "-h",
        "127.0.0.1",
        ...settings.flatMap((s) => ["-c", s]),
      ],
      options,
    );
  let server = start();
  const killServer = () => server.kill("SIGKILL");
  process.once("exit", killServer);

  const client = postgresClient(port);
  await untilReady(() => client.admin("select 1"));
  await client.admin(`create role ${OWNER} login createdb createrole`);
  return {
    ...client,
    port,
    restart: async () => {
      await ended(server, "SIGQUIT");
      server = start();
      await untilReady(() => client.admin("select 1"));
    },
    stop: async () => {
      await ended(server);
      process.removeListener("exit", killServer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A cluster that runs already, on loopback. */
export function postgresClient(port: number): PostgresClient {
  return {
    url: (database) => `postgres://${OWNER}@127.0.0.1:${port}/${database}`,
    admin: async (statement, database = "postgres") => {
      const client = new Client({ host: "127.0.0.1", port, user: SUPERUSER, database });
      await client.connect();
      await client.query(statement).finally(() => client.end());
    },
  };
}

async function untilReady(connect: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await connect();
    } catch {
      await sleep(100);
    }
  }
  return connect();
}

/** SIGINT is Postgres' fast shutdown: sessions are ended, not waited for. SIGQUIT is a crash. */
function ended(server: ChildProcess, signal: NodeJS.Signals = "SIGINT"): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill(signal);
  });
}

function unprivilegedAccount(): { uid: number; gid: number } {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account =
    accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account) throw new Error("Postgres cannot run as root, and no other account was found.");
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function onPath(): string[] {
  try {
    return [
      path.dirname(execFileSync("sh", ["-c", "command -v initdb"], { encoding: "utf8" }).trim()),
    ];
  } catch {
    return [];
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunnable(folder: string, name: string): boolean {
  try {
    accessSync(path.join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
