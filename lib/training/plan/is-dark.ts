/**
 * Whether a session at the usual hour would be ridden or run in the dark.
 * PLN-DARK: dark when half of it or more lies before sunrise or after sunset.
 * Reference: none, a rule of this product.
 * Valid: where the light of the place and the usual hour are known; else false, for nothing is known.
 */
import type { Daylight } from "./daylight";
import type { RecentVolume } from "./recommendation-input";

const MOST_IN_THE_DARK = 0.5;

export function isDark(
  light: Daylight | null,
  { usualStartMinute }: Pick<RecentVolume, "usualStartMinute">,
  durationS: number,
): boolean {
  if (light === null || typeof usualStartMinute !== "number" || durationS === 0) return false;
  const minutes = durationS / 60;
  const inLight =
    Math.min(usualStartMinute + minutes, light.sunsetMinute) -
    Math.max(usualStartMinute, light.sunriseMinute);
  return minutes - Math.max(0, inLight) >= MOST_IN_THE_DARK * minutes;
}
