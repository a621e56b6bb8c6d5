import "server-only";
import path from "node:path";
import { setDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate/migrate-database";
import { openDatabase } from "@/db/open/open-database";
import { systemContext } from "@/lib/auth/context";
import { describeEnvProblems, env, validateEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { announceStart } from "@/lib/services/announce-start";
import { startRunningJobs, stopRunningJobs } from "./running-jobs";

export type Runtime = { stop(): Promise<void> };

/**
 * Everything a process needs before it serves: usable configuration, the open and migrated
 * database, and (for a server) the jobs. Throws AppError with what to mend when one of
 * them is not to be had; nothing stays open then.
 */
export async function startRuntime(options: {
  readonly jobs: "running" | "on-demand";
}): Promise<Runtime> {
  const problems = validateEnv();
  if (problems.length > 0) {
    throw new AppError(
      "invalid_input",
      `Configuration is not usable.\n${describeEnvProblems(problems)}`,
    );
  }
  const { databaseUrl, databaseDriver, databasePool, dataDir, neonProxy } = env();
  const log = logger();
  const database = await openDatabase({
    dataDir,
    poolSize: databasePool,
    onWarning: (error) => log.warn({ err: error }, "the database had a problem"),
    ...(databaseUrl === null ? {} : { databaseUrl }),
    ...(databaseDriver === null ? {} : { driver: databaseDriver }),
    ...(neonProxy === null ? {} : { webSocketProxy: neonProxy }),
  });
  setDatabase(database);
  const stop = async () => {
    await stopRunningJobs();
    setDatabase(null);
    await database.close();
  };
  try {
    await migrateDatabase(database, {
      folder: path.join(process.cwd(), "db", "migrations"),
      log: (message) => log.info(message),
    });
    if (options.jobs === "running") {
      await startRunningJobs();
      await announceStart(systemContext());
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
