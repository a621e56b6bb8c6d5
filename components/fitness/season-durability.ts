import type { ShownDurability } from "@/components/curves/durability-card";
import type { DatedBests } from "@/db/queries/curves-between";
import type { TiredBests } from "@/db/queries/tired-curves-between";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { TIRED_CURVES } from "@/lib/training/capacity/activity-curves";
import { curveEnvelope } from "@/lib/training/capacity/curve-envelope";

const DAYS = 90;
export const DURABILITY_SPAN = `the last ${DAYS} days`;

/** The first of the days that the season's durability is told from. */
export function durabilityFrom(today: LocalDate): LocalDate {
  return addDays(today, 1 - DAYS);
}

/** The best power after each step of work, against the best of the same days. */
export function seasonDurability(
  power: readonly DatedBests[],
  tired: readonly TiredBests[],
  today: LocalDate,
): ShownDurability {
  const from = durabilityFrom(today);
  const curves = TIRED_CURVES.flatMap(({ afterKjPerKg }) => {
    const { bests } = curveEnvelope(tired.filter((one) => one.afterKjPerKg === afterKjPerKg));
    return bests.length === 0 ? [] : [{ afterKjPerKg, bests }];
  });
  return {
    fresh: curveEnvelope(power.filter(({ day }) => day >= from)).bests,
    tired: curves,
    reason: curves.length === 0 ? NOTHING : null,
  };
}

const NOTHING = `No ride of ${DURABILITY_SPAN} went past 10 kJ per kg of body weight, some ninety minutes at an easy pace, or your weight is not set for its day.`;
