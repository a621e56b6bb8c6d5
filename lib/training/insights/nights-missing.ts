/**
 * Nights that used to be measured and are not any more.
 * DET-GAP@1: 5 or more of the last 7 nights without HRV, resting HR and sleep, after 20 or more of 28 with: notice.
 * Reference: a convention, as in REC-1: what is not measured is missing, never good.
 * Valid: athletes whose nights are usually measured.
 */
import { daySpan, seriesOf } from "./day-span";
import type { Detector, DetectorInput } from "./detector-input";
import { evidence, finding, say } from "./evidence";

const LIMITS = { missing: 5, nights: 7, before: 28, usual: 20 } as const;

export const nightsMissing: Detector = (input) => {
  const week = daySpan(input, "sleepS", LIMITS.nights);
  if (input.daily.sleepS.length < LIMITS.nights + LIMITS.before) return null;
  const missing = LIMITS.nights - measured(input, LIMITS.nights, 0);
  const before = measured(input, LIMITS.before, LIMITS.nights);
  if (missing < LIMITS.missing || before < LIMITS.usual) return null;
  const gone = evidence("nights.missing-7", "Nights not measured, of 7", [missing, "count"], week);
  return finding({
    detector: "nights-missing",
    formula: "DET-GAP@1",
    severity: "notice",
    sport: null,
    title: "Most of your nights are missing",
    text: `${say(gone)} of the last week's nights have neither HRV nor resting heart rate nor sleep, where most used to. Without them the morning knows your training and your answers only.`,
    action:
      "Wear the watch at night, and look at Connections in case something has stopped syncing.",
    evidence: [gone],
    series: [seriesOf(input, "restingHrBpm")],
  });
};

/** Nights of which anything is known. */
function measured(input: DetectorInput, days: number, skip: number): number {
  const [hrv, pulse, sleep] = (["hrvMs", "restingHrBpm", "sleepS"] as const).map(
    (column) => daySpan(input, column, days, skip).values,
  );
  return Array.from(
    { length: days },
    (_, i) => hrv?.[i] ?? pulse?.[i] ?? sleep?.[i] ?? null,
  ).filter((value) => value !== null).length;
}
