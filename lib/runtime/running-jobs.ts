import "server-only";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { runAsSystem } from "@/db/run-as-system";
import { inngestMode } from "@/inngest/client";
import { allFunctions } from "@/inngest/functions/all";
import { type Jobs, startJobs } from "@/inngest/start-jobs";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

// One per process: Next loads modules once per bundle, and all of them must share it.
const holder = globalThis as { formlineJobs?: Promise<Jobs> | undefined };

/** Starts this process's background work, once; later calls get the same. */
export function startRunningJobs(): Promise<Jobs> {
  holder.formlineJobs ??= start();
  return holder.formlineJobs;
}

/** Ends it: steps in hand finish or give their lease back. */
export async function stopRunningJobs(): Promise<void> {
  const jobs = holder.formlineJobs;
  holder.formlineJobs = undefined;
  await (await jobs)?.stop();
}

function start(): Promise<Jobs> {
  const database = getDatabase();
  return startJobs({
    mode: inngestMode(env().inngest),
    functions: allFunctions,
    runAsSystem: runAsSystem(database),
    lookUpAsSystem: lookUpAsSystem(database),
    log: logger(),
    isAlone: database.driver === "pglite",
  });
}
