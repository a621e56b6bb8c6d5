import "server-only";
import path from "node:path";
import { migrationFiles } from "@/db/migrate/migration-files";
import { newestMigration, ping } from "@/db/queries/system";
import type { SystemContext } from "@/lib/auth/context";
import { keyRing } from "@/lib/crypto/key-ring";
import { env } from "@/lib/env";
import { jobHeartAgeMs } from "@/lib/job-heart";
import { isShuttingDown } from "@/lib/shutdown";

export type PartState = "ok" | "failing";
export type Readiness = {
  readonly isReady: boolean;
  readonly parts: {
    readonly database: PartState;
    readonly migrations: PartState;
    readonly jobs: PartState;
    /** What tokens of connections are sealed with; without any, only connecting is not possible. */
    readonly keys: PartState | "absent";
    /** Failing once the process was told to end. */
    readonly process: PartState;
  };
};

const DATABASE_MS = 500;
const JOB_HEART_MS = 30_000;

let newestFile: string | undefined;

/** Whether this process can serve, and which part of it cannot. Never throws, never waits long. */
export async function checkReadiness(ctx: SystemContext): Promise<Readiness> {
  const [database, migrations] = await Promise.all([
    stateOf(() => ctx.tx(ping)),
    stateOf(async () => {
      if ((await ctx.tx(newestMigration)) !== expectedMigration())
        throw new Error("not the newest");
    }),
  ]);
  const process: PartState = isShuttingDown() ? "failing" : "ok";
  const parts = { database, migrations, jobs: jobsState(), keys: keysState(), process };
  return { isReady: !Object.values(parts).includes("failing"), parts };
}

function expectedMigration(): string | undefined {
  newestFile ??= migrationFiles(path.join(process.cwd(), "db", "migrations")).at(-1)?.tag;
  return newestFile;
}

/** Of the executor, or of what hands events to an Inngest server: both go round. */
function jobsState(): PartState {
  const age = jobHeartAgeMs();
  return age !== null && age < JOB_HEART_MS ? "ok" : "failing";
}

function keysState(): PartState | "absent" {
  const { keys, databaseUrl, isProduction } = env();
  if (keys === null && databaseUrl !== null && isProduction) return "absent";
  try {
    keyRing();
    return "ok";
  } catch {
    return "failing";
  }
}

async function stateOf(work: () => Promise<void>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), DATABASE_MS);
  });
  try {
    await Promise.race([work(), late]);
    return "ok";
  } catch {
    return "failing";
  } finally {
    clearTimeout(timer);
  }
}
