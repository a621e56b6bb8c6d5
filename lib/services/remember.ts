import "server-only";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { wellnessWindow } from "@/db/queries/wellness-window";
import type { AthleteTx } from "@/db/scope";
import {
  monthSummaries,
  type RememberedDay,
  type Summary,
  weekSummaries,
} from "@/lib/assistant/memory/summaries";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";

const COMBINED = "all";
const WEEKS = 12;

/** The last twelve weeks and three times four weeks, compacted by rules from the days themselves. */
export async function remember(
  tx: AthleteTx,
  day: LocalDate,
): Promise<{ readonly weeks: readonly Summary[]; readonly months: readonly Summary[] }> {
  const from = addDays(day, -7 * (WEEKS + 1));
  const loads = new Map(
    (await dailyLoadsBetween(tx, from, day, COMBINED)).map((row) => [row.day, row]),
  );
  const nights = new Map((await wellnessWindow(tx, from, day)).map((row) => [row.day, row]));
  const days: RememberedDay[] = eachDay(from, day).map((each) => ({
    day: each,
    load: loads.get(each)?.load ?? null,
    durationS: loads.get(each)?.durationS ?? null,
    sleepS: nights.get(each)?.sleepS ?? null,
    restingHrBpm: nights.get(each)?.restingHrBpm ?? null,
    hrvMs: nights.get(each)?.hrvRmssdMs ?? null,
  }));
  const weeks = weekSummaries(days, await contextEventsBetween(tx, from, day), day, WEEKS);
  return { weeks, months: monthSummaries(weeks) };
}
