/**
 * What becomes of fitness, fatigue and form when the same is trained every day from now on.
 * PMC-exp with a constant load: x moves to it by 1 - e^(-1/tau) a day, tau 42 and 7 days; form
 * is of the morning. Reference: Banister 1975; as fitnessFatigueForm.
 * Valid: from the end of a day with a known state. A projection, not a forecast; load 0 is rest.
 */
import {
  type FitnessFatigueForm,
  type FitnessSeed,
  fitnessFatigueForm,
} from "./fitness-fatigue-form";

/** One value for each of `days` days after the seed's. */
export function loadProjection(
  seed: FitnessSeed,
  days: number,
  dailyLoad: number,
): FitnessFatigueForm {
  return fitnessFatigueForm(new Float64Array(days).fill(dailyLoad), seed);
}
