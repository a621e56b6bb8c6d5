/**
 * What a session today makes of form tomorrow morning, and of form on the morning of a race.
 * PMC-exp from yesterday's fitness and fatigue; until the race as much a day as keeps fitness where it is.
 * Reference: Banister 1975; as fitnessFatigueForm.
 * Valid: a comparison of choices for one day, not a forecast; 0 load is rest.
 */
import { fitnessFatigueForm } from "../load/fitness-fatigue-form";
import type { LoadState } from "./recommendation-input";

export type FormEffect = {
  readonly formTomorrow: number;
  /** Null without a race after today. */
  readonly formOnRaceDay: number | null;
};

/** @param daysToRace from today; null without a race */
export function formEffect(
  load: number,
  { ctl, atl }: Pick<LoadState, "ctl" | "atl">,
  daysToRace: number | null,
): FormEffect {
  const ahead = Math.max(1, daysToRace ?? 1);
  const loads = new Float64Array(ahead + 1).fill(ctl);
  loads[0] = load;
  const { tsb } = fitnessFatigueForm(loads, { ctl, atl });
  return {
    formTomorrow: tsb[1] ?? 0,
    formOnRaceDay: daysToRace !== null && daysToRace > 0 ? (tsb[daysToRace] ?? 0) : null,
  };
}
