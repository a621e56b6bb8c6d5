import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { saveDailyLoads } from "@/db/mutations/save-daily-loads";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";

const DAYS = 60;
const SHORT = 14;

/** Two months of calm days up to `last`, their last nights short, with a pulse `up` bpm higher. */
export async function saveShortNights(
  ctx: AthleteContext,
  last: LocalDate,
  up: number,
): Promise<void> {
  const all = eachDay(addDays(last, 1 - DAYS), last);
  const isShort = (i: number) => i >= DAYS - SHORT;
  await ctx.tx(async (tx) => {
    await mergeWellnessDays(
      tx,
      all.map((day, i) => ({
        ...{ day, source: "garmin:sleep", hrvRmssdMs: 60 + (i % 3) },
        sleepS: isShort(i) ? 20_000 : 27_000,
        restingHrBpm: 48 + (i % 2) + (isShort(i) ? up : 0),
      })),
    );
    await saveDailyLoads(
      tx,
      all[0] ?? last,
      all.map((day, i) => ({
        ...{ day, sport: "all", load: i % 2 === 0 ? 80 : 20, durationS: 3600 },
        ...{ fitness: 50, fatigue: 50, form: 0, ramp: 0, monotony: 1.2, strain: 1 },
        ...{ acwr: 1, formula: "PMC-exp@1" },
      })),
    );
  });
}
