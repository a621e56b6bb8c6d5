/**
 * What heat leaves of training out of doors.
 * PLN-HEAT: from 28 °C nothing hard and three quarters of the length; from 33 °C indoors, or a swim where the athlete swims.
 * Reference: endurance falls with heat, most above some 25 °C (Ely et al. 2007); the two limits are conventions.
 * Valid: running and cycling, by the air of the last sessions that a weather service knows; no forecast.
 */
import type { Heat } from "./recommendation-input";
import type { TemplateSport } from "./template-types";

const HOT_C = 28;
const TOO_HOT_C = 33;
export const SHARE_IN_HEAT = 0.75;

type Known = { readonly heat?: Heat | null };

export function isHot({ heat }: Known, sport: TemplateSport): boolean {
  return isOutdoor(sport) && (heat?.temperatureC ?? Number.NEGATIVE_INFINITY) >= HOT_C;
}

/** Then a session goes indoors. */
export function isTooHot({ heat }: Known, sport: TemplateSport): boolean {
  return isOutdoor(sport) && (heat?.temperatureC ?? Number.NEGATIVE_INFINITY) >= TOO_HOT_C;
}

function isOutdoor(sport: TemplateSport): boolean {
  return sport === "running" || sport === "cycling";
}

export function heatWords({ temperatureC, daysAgo }: Heat): string {
  const degrees = Math.round(temperatureC);
  const when = daysAgo === 1 ? "yesterday" : `${daysAgo} days ago`;
  return `It was ${degrees} °C at your session ${when}: in such heat nothing hard, and shorter.`;
}
