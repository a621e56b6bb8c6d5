/**
 * Whether it was so hot that heart rate and pace mean something else than on other days.
 * HEAT-1: mean temperature of the device while the timer ran, 30 °C or more.
 * Reference: marathon times slow from 15 °C of wet bulb globe on, most from 25 (Ely et al. 2007,
 * doi:10.1249/mss.0b013e31802d3aba); 5 °C more, because a device in the sun or on a wrist reads too high.
 * Valid: any sport out of the water; null below, or without temperature.
 */
import type { QualityNote, Sport } from "./activity-types";
import { isInWater } from "./in-water";

const HOT_C = 30;

export function heatNote(meanTemperatureC: number | null, sport: Sport): QualityNote | null {
  if (meanTemperatureC === null || meanTemperatureC < HOT_C || isInWater(sport)) return null;
  return {
    code: "heat",
    severity: "info",
    text: `The device measured ${Math.round(meanTemperatureC)} °C on average: in such heat the heart beats faster for the same work.`,
  };
}
