/**
 * A best that was beaten in the last week.
 * DET-BEST@1: the best of its kind is from the last 7 days and beats one that is older: celebrate.
 * Reference: BEST-1 and MMC-1; the longest effort speaks for the others.
 * Valid: a best with a forerunner: a first is none; a gain under 0.5 % is not told.
 */
import { addDays } from "../../dates/local-date";
import type { Detector, DetectorBest, DetectorInput } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";
import type { EvidenceSeries } from "./finding";
import { valueSeries } from "./session-series";

const MIN_GAIN = 0.005;
const DAYS = 7;
const WORDS = { cycling: "ride", running: "run", swimming: "swim" } as const;

export const personalBest: Detector = (input) => {
  const best = input.bests
    .filter((one) => one.day > addDays(input.day, -DAYS) && gainOf(one) >= MIN_GAIN)
    .sort((a, b) => b.span.value - a.span.value)[0];
  if (!best) return null;
  const of = daysTo(best.day);
  const ids = [best.activityId];
  const span = evidence(
    "best.span",
    "What it is a best of",
    [best.span.value, best.span.unit],
    of,
    ids,
  );
  const now = evidence("best.now", "Your new best", [best.value, best.unit], of, ids);
  const old = evidence(
    "best.before",
    "Your best before",
    [best.before, best.unit],
    daysTo(best.beforeDay),
  );
  const noun = (WORDS as Partial<Record<string, string>>)[best.sport] ?? "session";
  return finding({
    detector: "personal-best",
    formula: "DET-BEST@1",
    severity: "celebrate",
    sport: best.sport,
    title: "A new personal best",
    text: `${best.unit === "W" ? `You held ${say(now)} for ${say(span)}` : `You covered ${say(span)} in ${say(now)}`} in a ${noun} this week. Your best before was ${say(old)}.`,
    action: "Enjoy it, and give the legs an easy day before the next hard one.",
    evidence: [span, now, old],
    series: [bestSeries(input, best)],
  });
};

/** The best before and the new one; a time as the speed that it is, so that better stands higher. */
function bestSeries({ day }: DetectorInput, best: DetectorBest): EvidenceSeries {
  const isTime = best.unit === "s" && best.span.unit === "m";
  const shown = (value: number) => (isTime && value > 0 ? best.span.value / value : value);
  const values = new Map([
    [best.beforeDay, shown(best.before)],
    [best.day, shown(best.value)],
  ]);
  const label = isTime ? "Speed of the best" : "Power of the best";
  return valueSeries(label, isTime ? "m/s" : best.unit, day, values);
}

/** A share: lower is better for a time, higher for power. */
function gainOf({ unit, value, before }: DetectorBest): number {
  if (!(value > 0) || !(before > 0)) return 0;
  return unit === "s" ? before / value - 1 : value / before - 1;
}
