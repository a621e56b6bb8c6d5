/**
 * Power as far as a record may stand on it: single seconds that no legs gave are taken out.
 * MMC-2: above 25 W/kg, or above 10 W/kg and twice all of the two seconds before and after.
 * Reference: spike gate of science.md 15; the two seconds are a convention.
 * Valid: cleaned 1 Hz power; without a weight the limits are those of a 110 kg and a 75 kg athlete.
 */
import type { Channel } from "../activity/activity-types";
import { highestAround } from "./highest-around";

const MAX_W_PER_KG = 25;
const SPRINT_W_PER_KG = 10;
const HEAVY_ATHLETE_KG = 110;
const USUAL_ATHLETE_KG = 75;
const REACH_S = 2;

export function withoutSpikes(power: Channel, weightKg: number | null): Channel {
  const limit = MAX_W_PER_KG * (weightKg ?? HEAVY_ATHLETE_KG);
  const sprint = SPRINT_W_PER_KG * (weightKg ?? USUAL_ATHLETE_KG);
  const valid = power.valid.slice();
  for (let s = 0; s < valid.length; s++) {
    const value = power.values[s] as number;
    if (valid[s] === 0 || value <= sprint) continue;
    if (value > limit || value > 2 * highestAround(power, s, REACH_S)) valid[s] = 0;
  }
  return { values: power.values, valid };
}
