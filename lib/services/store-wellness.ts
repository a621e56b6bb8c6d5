import "server-only";
import { noteChangedFrom } from "@/db/mutations/connection-cursors";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";

/**
 * Stores what a connection says of days and remembers, with it, from which day on the numbers
 * are old; `findChangedDay` tells it. Returns the days that changed: the same again, none.
 */
export async function storeWellness(
  ctx: AthleteContext,
  connectionId: string,
  observations: readonly WellnessObservation[],
): Promise<{ readonly changedDays: readonly LocalDate[] }> {
  return { changedDays: await ctx.tx((tx) => keepWellness(tx, connectionId, observations)) };
}

/** The same within the transaction of somebody who has more to write. */
export async function keepWellness(
  tx: AthleteTx,
  connectionId: string,
  observations: readonly WellnessObservation[],
): Promise<readonly LocalDate[]> {
  const { days, oldFrom } = await mergeWellnessDays(tx, observations);
  if (oldFrom !== null) tx.withCommit(noteChangedFrom(tx, connectionId, oldFrom));
  return days;
}
