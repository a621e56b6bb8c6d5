/**
 * HRV that stays below the athlete's own normal range.
 * DET-HRV@1: the week's mean below HRV-3's 0.5 SD range for 5 mornings, or below 1 SD: caution; both: warning.
 * Reference: HRV-3 (Plews 2014; Vesterinen 2016; Javaloyes 2019). The five mornings are a convention: chance alone puts a week below 0.5 SD once in eleven.
 * Valid: 5 of 7 nights and an established range (28 nights) of one source; a fall under 3 % is none.
 */
import { hrvNormalRange } from "../recovery/hrv-normal-range";
import { daySpan, seriesOf } from "./day-span";
import type { Detector, DetectorInput } from "./detector-input";
import { evidence, finding, say } from "./evidence";

const LIMITS = { mornings: 5, nights: 5, leastFall: 0.03, rangeNights: 60 } as const;

export const hrvBelowRange: Detector = (input) => {
  const today = rangeOn(input, 0);
  const week = daySpan(input, "hrvMs", 7);
  const { lowMs, highMs, acuteLowMs, weekMs, lnMean } = today;
  if (week.known.length < LIMITS.nights || today.maturity === "provisional") return null;
  if (lowMs === null || acuteLowMs === null || weekMs === null || lnMean === null) return null;
  const usual = Math.exp(lnMean);
  if (weekMs > usual * (1 - LIMITS.leastFall)) return null;
  const isDeep = weekMs < acuteLowMs;
  const isLong = Array.from({ length: LIMITS.mornings }, (_, ago) => rangeOn(input, ago)).every(
    ({ trend }) => trend === "below",
  );
  if (!isDeep && !isLong) return null;
  const before = daySpan(input, "hrvMs", LIMITS.rangeNights, 7);
  const now = evidence("hrv.mean-7", "HRV, mean of 7 nights", [weekMs, "ms"], week);
  const normal = evidence("hrv.range-mean", "HRV, middle of your range", [usual, "ms"], before);
  const low = evidence("hrv.range-low", "HRV, low end of your range", [lowMs, "ms"], before);
  const high = evidence(
    "hrv.range-high",
    "HRV, high end of your range",
    [highMs ?? 0, "ms"],
    before,
  );
  return finding({
    detector: "hrv-below-range",
    formula: "DET-HRV@1",
    severity: isDeep && isLong ? "warning" : "caution",
    sport: null,
    title: "Your HRV is below its normal range",
    text: `This week's mean is ${say(now)}; your own range is ${say(low)} to ${say(high)}. ${isLong ? "It has been lower for several mornings, so this is no single bad night." : "That is clearly lower than your nights differ by themselves."}`,
    action: "Leave hard sessions for now and train easy until the mean is back in your range.",
    evidence: [now, normal, low, high],
    series: [seriesOf(input, "hrvMs", { low: low.value, high: high.value })],
  });
};

/** As the morning `ago` days before saw it; the week itself is no part of what it is held against. */
function rangeOn(input: DetectorInput, ago: number) {
  const baseline = daySpan(input, "hrvMs", LIMITS.rangeNights, ago + 7).values;
  return hrvNormalRange(baseline, daySpan(input, "hrvMs", 7, ago).values);
}
