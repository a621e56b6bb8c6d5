/**
 * How often the morning's answer was right, and whether a higher score meant a better day.
 * TRK-HIT: days right of days that can be judged, by decision; TRK-CAL: share of sessions that went as
 * expected or better by score, each with its 95 % interval.
 * Reference: Wilson 1927 (intervals); DeGroot & Fienberg 1983 (calibration).
 * Valid: what cannot be judged counts nowhere; ease and rest that were followed are told beside.
 */
import type { Decision } from "../recovery/recovery-types";
import type { DayRecord } from "./day-record";
import { rankCorrelation } from "./rank-correlation";
import { POINTS } from "./session-execution";
import { type Share, wilsonInterval } from "./wilson-interval";

/** Lower ends; the band limits of REC-1 with its middle band in two. */
export const SCORE_BINS = [0, 50, 65, 80] as const;
const TOP = 100;
/** Fewer pairs say nothing of a correlation. */
export const MIN_CORRELATED = 20;

export type ScoreBin = {
  readonly from: number;
  readonly to: number;
  /** Mean score of the days in it; null for none. */
  readonly meanScore: number | null;
  /** Sessions that went as expected or better; null for none. */
  readonly wentWell: Share | null;
};

export type TrackRecord = {
  readonly hit: Share | null;
  readonly byDecision: Readonly<Record<Decision, Share | null>>;
  /** Days of ease or rest that were followed. */
  readonly followed: number;
  readonly unknown: number;
  readonly bins: readonly ScoreBin[];
  /** Of score and execution, -1 to 1; null with fewer than MIN_CORRELATED days. */
  readonly correlation: number | null;
  readonly correlated: number;
};

export function trackRecord(days: readonly DayRecord[]): TrackRecord {
  const judged = days.filter(({ outcome }) => outcome !== "followed" && outcome !== "unknown");
  const scored = days.flatMap(({ score, session }) => {
    const verdict = session?.execution.verdict ?? null;
    return score === null || verdict === null ? [] : [{ score, points: POINTS[verdict] }];
  });
  const pairs = scored.map(({ score, points }) => [score, points] as const);
  return {
    hit: hitOf(judged),
    byDecision: {
      go: hitOf(judged.filter(({ decision }) => decision === "go")),
      ease: hitOf(judged.filter(({ decision }) => decision === "ease")),
      rest: hitOf(judged.filter(({ decision }) => decision === "rest")),
    },
    followed: days.filter(({ outcome }) => outcome === "followed").length,
    unknown: days.filter(({ outcome }) => outcome === "unknown").length,
    bins: SCORE_BINS.map((from, i) => binOf(from, SCORE_BINS[i + 1] ?? TOP, scored)),
    correlation: pairs.length < MIN_CORRELATED ? null : rankCorrelation(pairs),
    correlated: pairs.length,
  };
}

function hitOf(days: readonly DayRecord[]): Share | null {
  return wilsonInterval(days.filter(({ outcome }) => outcome === "right").length, days.length);
}

function binOf(
  from: number,
  to: number,
  scored: readonly { readonly score: number; readonly points: number }[],
): ScoreBin {
  const inside = scored.filter(({ score }) => score >= from && (score < to || to === TOP));
  const sum = inside.reduce((total, { score }) => total + score, 0);
  return {
    ...{ from, to },
    meanScore: inside.length === 0 ? null : sum / inside.length,
    wentWell: wilsonInterval(inside.filter(({ points }) => points >= 0).length, inside.length),
  };
}
