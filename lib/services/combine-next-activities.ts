import "server-only";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { noteCombined } from "@/db/mutations/note-combined";
import { recordingsOfActivity } from "@/db/queries/recordings-of-activity";
import { uncombinedActivities } from "@/db/queries/uncombined-activities";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { readRecordings } from "./read-recordings";
import { assertStillThese, saveCombined } from "./save-combined";

/** One step's worth, as for the files themselves. */
const LONGEST_PART_MS = 10_000;

/**
 * Works out activities to which an import added a recording, for about ten seconds. Returns
 * how many still wait.
 */
export async function combineNextActivities(
  ctx: AthleteContext,
): Promise<{ done: number; remaining: number }> {
  const waiting = await ctx.tx(uncombinedActivities);
  const deadline = performance.now() + LONGEST_PART_MS;
  let done = 0;
  for (const activityId of waiting) {
    await combineOrLeave(ctx, activityId);
    done++;
    if (performance.now() > deadline) break;
  }
  return { done, remaining: waiting.length - done };
}

/** Works one activity out anew from all of its recordings. Returns the days on which it is and was. */
export async function combineActivity(
  ctx: AthleteContext,
  activityId: string,
): Promise<readonly LocalDate[]> {
  const recordings = await readRecordings(ctx, activityId);
  return ctx.tx(async (tx) => {
    await lockAthlete(tx);
    await assertStillThese(tx, activityId, recordings);
    return saveCombined(ctx, tx, { id: activityId }, recordings);
  });
}

/** One activity that fails stays as it was and stops no other. */
async function combineOrLeave(ctx: AthleteContext, activityId: string): Promise<void> {
  try {
    await combineActivity(ctx, activityId);
  } catch (error) {
    ctx.log.error({ err: error, activityId }, "the recordings of an activity were not combined");
    await ctx.tx(async (tx) => {
      for (const { id } of await recordingsOfActivity(tx, activityId)) {
        await noteCombined(tx, id, { combinedAt: ctx.now });
      }
    });
  }
}
