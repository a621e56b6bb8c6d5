import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { formatLoad } from "@/lib/units/format-load";
import { formBandOf } from "./form-bands";
import type { PerformanceDay } from "./prepare-performance";

const WEEKS = 6;
const WEEKS_WORD = "six weeks";

/** Fitness now against six weeks ago; null while the series is shorter than that. */
export function fitnessChange(days: readonly Pick<PerformanceDay, "fitness">[]): number | null {
  const now = days.at(-1);
  const then = days.at(-1 - WEEKS * 7);
  // Of the numbers as shown: 58 after 52 is +6 on every screen.
  return now && then ? Math.round(now.fitness) - Math.round(then.fitness) : null;
}

/** All zeros say nothing: 0 would be called a fitness, and 0 − 0 a form in balance. */
function isQuiet(days: readonly PerformanceDay[]): boolean {
  return days.every(({ load, fitness }) => load === 0 && Math.round(fitness) === 0);
}

/**
 * What the performance chart says: "Fitness 58, up 6 in six weeks; this morning’s form is in
 * balance." A stretch that ended before today names its last day.
 */
export function performanceFinding(
  days: readonly PerformanceDay[],
  today: LocalDate | null = null,
): string {
  const last = days.at(-1);
  if (!last) return "No training load yet.";
  if (isQuiet(days)) return "No training in this stretch, and nothing left of what came before.";
  const change = fitnessChange(days);
  const trend =
    change === null
      ? "still building its first six weeks"
      : change === 0
        ? `level over ${WEEKS_WORD}`
        : `${change > 0 ? "up" : "down"} ${Math.abs(change)} in ${WEEKS_WORD}`;
  if (today !== null && last.day < today) {
    const day = formatDay(last.day, "compact");
    return `Fitness ${formatLoad(last.fitness)} on ${day}, ${trend}; that morning’s form was ${formBandOf(last.form).name}.`;
  }
  return `Fitness ${formatLoad(last.fitness)}, ${trend}; this morning’s form is ${formBandOf(last.form).name}.`;
}
