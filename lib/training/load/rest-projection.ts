/**
 * What becomes of fitness, fatigue and form when nothing is trained from now on.
 * PMC-exp with load 0: x decays by e^(-1/tau) a day, tau 42 and 7 days; form is of the morning.
 * Reference: Banister 1975; as fitnessFatigueForm.
 * Valid: from the end of a day with a known state. A projection, not a forecast: nobody planned it.
 */
import {
  type FitnessFatigueForm,
  type FitnessSeed,
  fitnessFatigueForm,
} from "./fitness-fatigue-form";

/** One value for each of `days` days after the seed's. */
export function restProjection(seed: FitnessSeed, days: number): FitnessFatigueForm {
  return fitnessFatigueForm(new Float64Array(days), seed);
}
