/**
 * What was lifted in each exercise, session by session.
 * 1RM-1 for the estimate; volume = repetitions x weight over the sets that have both.
 * Reference: Epley (1985) for the estimate; volume by definition.
 * Valid: working sets; a session without a weight has neither volume nor estimate (null).
 */
import type { LocalDate } from "../../dates/local-date";
import { oneRepetitionMaximum } from "./one-repetition-maximum";

/** Equal sets of one session. */
export type PerformedSets = {
  readonly activityId: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly exercise: string | null;
  readonly repetitions: number | null;
  readonly weightKg: number | null;
  readonly sets: number;
};

export type ExerciseSession = {
  readonly activityId: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly sets: number;
  /** Null when no set was counted. */
  readonly repetitions: number | null;
  readonly topWeightKg: number | null;
  readonly volumeKg: number | null;
  readonly best: BestSet | null;
};

/** The set that stands for the most, and what it stands for. */
export type BestSet = {
  readonly repetitions: number;
  readonly weightKg: number;
  readonly maximumKg: number;
};

export type ExerciseHistory = {
  /** Null for sets that the device gave no name. */
  readonly exercise: string | null;
  /** Oldest first. */
  readonly sessions: readonly ExerciseSession[];
};

/** @param performed oldest first. @returns the exercise with the most sessions first, the unnamed last. */
export function exerciseHistory(performed: readonly PerformedSets[]): ExerciseHistory[] {
  const byExercise = groupBy(performed.filter(isSet), ({ exercise }) => exercise);
  return [...byExercise]
    .map(([exercise, sets]) => ({
      exercise,
      sessions: [...groupBy(sets, ({ activityId }) => activityId).values()].map(sessionOf),
    }))
    .sort(
      (a, b) =>
        Number(a.exercise === null) - Number(b.exercise === null) ||
        b.sessions.length - a.sessions.length,
    );
}

/** A stretch of yoga on the clock is none: it has no name, no repetitions and no weight. */
function isSet({ exercise, repetitions, weightKg }: PerformedSets): boolean {
  return exercise !== null || (repetitions ?? 0) > 0 || weightKg !== null;
}

function sessionOf(sets: readonly PerformedSets[]): ExerciseSession {
  const { activityId, title, day } = sets[0] as PerformedSets;
  return {
    activityId,
    title,
    day,
    sets: sets.reduce((sum, one) => sum + one.sets, 0),
    repetitions: sumKnown(sets.map((one) => times(one.sets, one.repetitions))),
    topWeightKg: largest(sets.map((one) => one.weightKg)),
    volumeKg: sumKnown(sets.map((one) => times(times(one.sets, one.repetitions), one.weightKg))),
    best: bestOf(sets),
  };
}

function bestOf(sets: readonly PerformedSets[]): BestSet | null {
  let best: BestSet | null = null;
  for (const { repetitions, weightKg } of sets) {
    const maximumKg = oneRepetitionMaximum(weightKg, repetitions);
    if (maximumKg === null || repetitions === null || weightKg === null) continue;
    if (maximumKg > (best?.maximumKg ?? 0)) best = { repetitions, weightKg, maximumKg };
  }
  return best;
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
