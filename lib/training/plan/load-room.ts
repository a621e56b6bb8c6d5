/**
 * The most load that today may still bring without fitness rising too steeply.
 * PLN-5: fitness at the end of today at most 8 above that of a week before.
 * Reference: GoldenCheetah's red limit (science.md 22); PMC-exp.
 * Valid: with six weeks of load, else there is no limit; 0 and less: no room at all.
 */
import { FITNESS_GAIN } from "../load/fitness-fatigue-form";
import type { LoadState } from "./recommendation-input";

const MAX_RAMP_PER_WEEK = 8;

export function loadRoom(state: LoadState | null): number {
  if (state === null) return Number.POSITIVE_INFINITY;
  const { ctl, ctlWeekAgo } = state;
  return ctl + (ctlWeekAgo + MAX_RAMP_PER_WEEK - ctl) / FITNESS_GAIN;
}
