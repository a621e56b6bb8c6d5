import type { CurveLook } from "@/components/curves/curve-look";
import { durationWords } from "@/components/curves/duration-words";
import { curveRetention } from "@/lib/training/capacity/curve-retention";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import type { SpanCurves } from "./curve-spans";

const TOLD_S = [1200, 300, 60, 5];

/** What the season's curves say in a sentence: the recent best over a usual time, and what it is of the year's. */
export function curvesFinding({ sixWeeks, year, allTime }: SpanCurves, look: CurveLook): string {
  const best = (bests: ArrayLike<number>, durationS: number) =>
    bests[CURVE_DURATIONS_S.indexOf(durationS)] ?? Number.NaN;
  const recent = TOLD_S.find((durationS) => best(sixWeeks.envelope.bests, durationS) > 0);
  if (recent === undefined) {
    const ever = TOLD_S.find((durationS) => best(allTime.envelope.bests, durationS) > 0);
    if (ever === undefined) return "Too short for a curve.";
    const value = look.text(best(allTime.envelope.bests, ever));
    return `Nothing in the last 42 days; your ${look.bestWord} over ${durationWords(ever)} is ${value}.`;
  }
  const value = look.text(best(sixWeeks.envelope.bests, recent));
  const start = `${value} over ${durationWords(recent)} in the last 42 days`;
  const kept = curveRetention(sixWeeks.envelope.bests, year.envelope.bests).find(
    ({ durationS }) => durationS === recent,
  );
  if (kept === undefined) return `${start}.`;
  return kept.share >= 1
    ? `${start}: the ${look.bestWord} of the year.`
    : `${start}, ${Math.floor(kept.share * 100)} % of the year’s ${look.bestWord}.`;
}
