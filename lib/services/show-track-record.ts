import "server-only";
import {
  type AnsweredMorning,
  answeredMornings,
  judgedActivities,
  type WeeklyAnswer,
  weeklyAnswers,
} from "@/db/queries/track-record";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate, startOfIsoWeek } from "@/lib/dates/local-date";
import { chosenWorkout } from "@/lib/training/plan/chosen-workout";
import type { RecoveryComponentName } from "@/lib/training/recovery/recovery-types";
import type { DayRecord } from "@/lib/training/track-record/day-record";
import { type JudgedActivity, USUAL_DAYS } from "@/lib/training/track-record/execution-of";
import { judgeDay } from "@/lib/training/track-record/judge-day";
import {
  type FeltMorning,
  personalWeights,
  type WeightsProposal,
} from "@/lib/training/track-record/personal-weights";
import { rankCorrelation } from "@/lib/training/track-record/rank-correlation";
import { type TrackRecord, trackRecord } from "@/lib/training/track-record/track-record";

/** A year: older mornings say little of who the athlete is now. */
export const TRACK_DAYS = 365;

/** How two measures go together; `correlation` null while there are too few pairs. */
export type Agreement = { readonly correlation: number | null; readonly pairs: number };

export type ShownTrackRecord = {
  readonly days: readonly DayRecord[];
  readonly record: TrackRecord;
  /** Of the score and the check-in before it. */
  readonly felt: Agreement;
  /** Of the week's mean score and its answer. */
  readonly weekly: Agreement;
  readonly weeks: readonly WeeklyAnswer[];
  readonly proposal: WeightsProposal;
};

const MIN_FELT = 20;
const MIN_WEEKS = 8;

/** What became of the last year's decisions, worked out anew from what is stored. */
export async function showTrackRecord(tx: AthleteTx, today: LocalDate): Promise<ShownTrackRecord> {
  const from = addDays(today, -TRACK_DAYS);
  const yesterday = addDays(today, -1);
  const mornings = await answeredMornings(tx, from, yesterday);
  const activities = await judgedActivities(tx, addDays(from, -USUAL_DAYS), yesterday);
  const weeks = await weeklyAnswers(tx, from, today);
  const days = judgedDays(mornings, activities);
  return {
    ...{ days, weeks, record: trackRecord(days) },
    felt: agreement(scored(mornings), MIN_FELT),
    weekly: agreement(weeklyPairs(mornings, weeks), MIN_WEEKS),
    proposal: personalWeights(feltMornings(mornings)),
  };
}

function judgedDays(
  mornings: readonly AnsweredMorning[],
  activities: readonly JudgedActivity[],
): DayRecord[] {
  // Both are in order of days: each morning sees what lies before it.
  let seen = 0;
  return mornings.map((morning) => {
    while (seen < activities.length && (activities[seen] as JudgedActivity).day < morning.day) {
      seen += 1;
    }
    const first = addDays(morning.day, -USUAL_DAYS);
    const before: JudgedActivity[] = [];
    for (let i = seen - 1; i >= 0 && (activities[i] as JudgedActivity).day >= first; i -= 1) {
      before.push(activities[i] as JudgedActivity);
    }
    const onDay: JudgedActivity[] = [];
    for (let i = seen; activities[i]?.day === morning.day; i += 1) {
      onDay.push(activities[i] as JudgedActivity);
    }
    const { day, decision, score, response, recommendation, chosen } = morning;
    const workout = recommendation && chosenWorkout({ recommendation, response, chosen });
    const isKept = response === "kept";
    return judgeDay({ day, decision, score, workout, isKept }, onDay, before);
  });
}

type Pair = readonly [number, number];

function agreement(pairs: readonly Pair[], least: number): Agreement {
  const correlation = pairs.length < least ? null : rankCorrelation(pairs);
  return { correlation, pairs: pairs.length };
}

function scored(mornings: readonly AnsweredMorning[]): Pair[] {
  return mornings.flatMap(({ score, felt }) =>
    score === null || felt === null ? [] : [[score, felt] as const],
  );
}

function weeklyPairs(mornings: readonly AnsweredMorning[], weeks: readonly WeeklyAnswer[]): Pair[] {
  const sums = new Map<LocalDate, { sum: number; count: number }>();
  for (const { day, score } of mornings) {
    if (score === null) continue;
    const week = startOfIsoWeek(day);
    const { sum, count } = sums.get(week) ?? { sum: 0, count: 0 };
    sums.set(week, { sum: sum + score, count: count + 1 });
  }
  return weeks.flatMap(({ week, readiness }) => {
    const scores = sums.get(week);
    return scores ? [[scores.sum / scores.count, readiness] as const] : [];
  });
}

/** Those that weights can be fitted on: a check-in, and all four parts of the score. */
function feltMornings(mornings: readonly AnsweredMorning[]): FeltMorning[] {
  return mornings.flatMap(({ contributions, felt }) => {
    const score = (name: RecoveryComponentName) =>
      contributions.find(({ component }) => component === name)?.score ?? null;
    const [hrv, rhr, sleep, stress] = [score("hrv"), score("rhr"), score("sleep"), score("stress")];
    if (felt === null || hrv === null || rhr === null) return [];
    return sleep === null || stress === null ? [] : [{ parts: { hrv, rhr, sleep, stress }, felt }];
  });
}
