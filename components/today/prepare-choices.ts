import type { TodayLoad, TodayMorning } from "@/db/queries/today";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { formEffect } from "@/lib/training/plan/form-effect";
import { offeredSwaps, swapKey } from "@/lib/training/plan/offered-swaps";
import { formatSigned } from "@/lib/units/format-signed";
import type { UnitSystem } from "@/lib/units/unit-system";
import { prepareWorkout, type WorkoutView } from "./prepare-workout";

/** What a choice makes of form; null where fitness and fatigue are not known. */
export type EffectView = {
  /** "−6", tomorrow morning. */
  readonly tomorrow: string;
  /** "+12"; null without a race ahead. */
  readonly raceDay: string | null;
} | null;

export type SwapView = {
  readonly key: string;
  readonly why: string;
  readonly workout: WorkoutView;
  readonly effect: EffectView;
};

export type ChoicesView = {
  readonly accepted: EffectView;
  readonly kept: EffectView;
  readonly skipped: EffectView;
  readonly swaps: readonly SwapView[];
};

type Given = Pick<TodayMorning, "recommendation" | "workoutInput">;

/** Each answer that may be given, with its effect on form before it is given. */
export function prepareChoices(
  { recommendation, workoutInput }: Given,
  loads: readonly TodayLoad[],
  day: LocalDate,
  units: UnitSystem,
): ChoicesView {
  const eve = loads.find((load) => load.day === addDays(day, -1));
  // Mornings of an earlier formula knew no season.
  const daysToRace = workoutInput?.season?.daysToRace ?? null;
  const effect = (load: number): EffectView => {
    if (!eve) return null;
    const state = { ctl: eve.fitness, atl: eve.fatigue };
    const { formTomorrow, formOnRaceDay } = formEffect(load, state, daysToRace);
    const raceDay = formOnRaceDay === null ? null : formatSigned(formOnRaceDay);
    return { tomorrow: formatSigned(formTomorrow), raceDay };
  };
  const { workout, original } = recommendation;
  return {
    accepted: effect(workout?.load ?? 0),
    kept: effect(original?.load ?? 0),
    skipped: effect(0),
    swaps: offeredSwaps(recommendation, workoutInput).map(({ why, workout: other }) => ({
      ...{ key: swapKey(other), why, effect: effect(other.load) },
      workout: prepareWorkout(other, units),
    })),
  };
}
