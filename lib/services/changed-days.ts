import "server-only";
import { clearChanged } from "@/db/mutations/connection-cursors";
import { changedFrom } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";

/**
 * From which day on what connections brought has made numbers old, null when none, and until
 * when that is known, for `clearChangedDays`.
 */
export async function findChangedDay(
  ctx: AthleteContext,
): Promise<{ readonly fromDay: LocalDate | null; readonly asOf: number }> {
  return (await ctx.tx(changedFrom)) ?? { fromDay: null, asOf: 0 };
}

/** Load and mornings are up to date with what had come until `asOf`. */
export async function clearChangedDays(
  ctx: AthleteContext,
  asOf: number,
): Promise<{ readonly cleared: true }> {
  await ctx.tx((tx) => clearChanged(tx, asOf));
  return { cleared: true };
}
