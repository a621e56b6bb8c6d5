/**
 * The training load that a step is planned to cost.
 * PLN-10: hours x intensity^2 x 100 (swimming ^3, as its stress score); strength, mobility by session RPE.
 * Reference: identity of TSS and rTSS at constant effort (science.md 1 to 3).
 * Valid: intensity = middle of the level's range, whatever the athlete's target is expressed in.
 */
import type { Sport } from "../activity/sports";
import { sessionRpeLoad } from "../load/session-rpe-load";
import { type IntensityLevel, LEVEL_RANGES } from "./intensity-levels";

export function stepLoad(durationS: number, level: IntensityLevel, sport: Sport): number {
  const ranges = LEVEL_RANGES[level];
  if (sport === "strength" || sport === "yoga")
    return sessionRpeLoad(durationS, middle(ranges.rpe)) ?? 0;
  const hours = durationS / 3600;
  if (sport === "swimming") return hours * middle(ranges.swimSpeed) ** 3 * 100;
  const factor = middle(sport === "running" ? ranges.runSpeed : ranges.power);
  return hours * factor * factor * 100;
}

function middle([low, high]: readonly [number, number]): number {
  return (low + high) / 2;
}
