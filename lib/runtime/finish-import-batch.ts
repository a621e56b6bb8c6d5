import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { findBatch } from "@/db/queries/find-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { startRunningJobs } from "./running-jobs";

const LOOK_EVERY_MS = 150;

/** For a caller who waits (the command line): runs the jobs until the batch is finished. */
export async function finishImportBatch(ctx: AthleteContext, batchId: string): Promise<void> {
  const jobs = await startRunningJobs();
  for (;;) {
    jobs.wake();
    await jobs.drain();
    const batch = await ctx.tx((tx) => findBatch(tx, batchId));
    if (batch === null || batch.status === "finished") return;
    await sleep(LOOK_EVERY_MS);
  }
}
