import { addDays } from "@/lib/dates/local-date";
import { restProjection } from "@/lib/training/load/rest-projection";
import { formatLoad } from "@/lib/units/format-load";
import { formatSigned } from "@/lib/units/format-signed";
import type { PerformanceDay } from "./prepare-performance";

const AHEAD_DAYS = 14;

/** Two weeks after the last day, if nothing is trained; nothing without a last day. */
export function prepareAhead(last: PerformanceDay | undefined): PerformanceDay[] {
  if (last === undefined) return [];
  const { ctl, atl, tsb } = restProjection({ ctl: last.fitness, atl: last.fatigue }, AHEAD_DAYS);
  return Array.from(ctl, (fitness, i) => ({
    day: addDays(last.day, i + 1),
    load: 0,
    fitness,
    fatigue: atl[i] as number,
    form: tsb[i] as number,
  }));
}

/** What the dotted lines say; null without them. */
export function aheadFinding(ahead: readonly PerformanceDay[]): string | null {
  const end = ahead.at(-1);
  if (end === undefined) return null;
  return `Dotted: if you rest for two weeks, fitness goes to ${formatLoad(end.fitness)} and form to ${formatSigned(end.form)}. Nothing planned is counted.`;
}
