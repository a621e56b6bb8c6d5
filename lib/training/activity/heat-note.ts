/**
 * Whether it was so hot that heart rate and pace mean something else than on other days.
 * HEAT-1: mean temperature of the device while the timer ran, 30 °C or more; of the air by a weather service, 25 °C or more.
 * Reference: marathon times slow from 15 °C of wet bulb globe on, most from 25 (Ely et al. 2007,
 * doi:10.1249/mss.0b013e31802d3aba); 5 °C more for a device, because in the sun or on a wrist it reads too high.
 * Valid: any sport out of the water; null below, or without temperature.
 */
import type { QualityNote } from "./activity-types";
import { isInWater } from "./in-water";
import type { Sport } from "./sports";

/** Who says how warm it was, from how many °C on it is called hot, and how that is told. */
const TOLD_BY = {
  device: { hotC: 30, words: "The device measured" },
  service: { hotC: 25, words: "The weather service says that it was" },
} as const;

export function heatNote(
  meanTemperatureC: number | null,
  sport: Sport,
  toldBy: keyof typeof TOLD_BY = "device",
): QualityNote | null {
  const { hotC, words } = TOLD_BY[toldBy];
  if (meanTemperatureC === null || meanTemperatureC < hotC || isInWater(sport)) return null;
  return {
    code: "heat",
    severity: "info",
    text: `${words} ${Math.round(meanTemperatureC)} °C on average: in such heat the heart beats faster for the same work.`,
  };
}
