import type { Route } from "next";
import type { ExerciseHistory } from "@/lib/training/strength/exercise-history";

export type StrengthView = {
  /** As the device calls it; null for the one that is done most. */
  readonly exercise: string | null;
  /** Whether the chart stands as a table, too. */
  readonly isTableShown: boolean;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Stands for sets without a name: no exercise of any device is called so. */
const UNNAMED = "-";

/** What the address asks for. */
export function strengthViewFrom(search: SearchParams): StrengthView {
  const { exercise, table } = search;
  return {
    exercise: typeof exercise === "string" ? exercise : null,
    isTableShown: table === "strength",
  };
}

/** The exercise that is asked for; an unknown one falls back to the first. */
export function exerciseShown(
  history: readonly ExerciseHistory[],
  { exercise }: StrengthView,
): ExerciseHistory | null {
  const asked = history.find((one) => keyOf(one.exercise) === exercise);
  return asked ?? history[0] ?? null;
}

/** The address of an exercise's history. */
export function strengthHref(exercise: string | null, isTableShown = false): Route {
  const search = new URLSearchParams({ exercise: keyOf(exercise) });
  if (isTableShown) search.set("table", "strength");
  return `/fitness/strength?${search}` as Route;
}

function keyOf(exercise: string | null): string {
  return exercise ?? UNNAMED;
}
