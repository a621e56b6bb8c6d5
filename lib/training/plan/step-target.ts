/**
 * What to hold during a step, in the athlete's own numbers.
 * PLN-11: level's share x threshold: power (ride), speed (run, swim), else heart rate, else feel.
 * Reference: intensity-levels.
 * Valid: thresholds of the day; an unknown threshold is never guessed, the target becomes CR10.
 */
import type { AthleteSettings } from "../activity/activity-types";
import type { Sport } from "../activity/sports";
import { type IntensityLevel, LEVEL_RANGES } from "./intensity-levels";
import type { StepTarget } from "./workout-types";

export function stepTarget(
  level: IntensityLevel,
  sport: Sport,
  settings: AthleteSettings,
): StepTarget {
  const ranges = LEVEL_RANGES[level];
  const target = (
    kind: StepTarget["kind"],
    [low, high]: readonly [number, number],
    threshold: number,
  ): StepTarget => ({ kind, low: low * threshold, high: high * threshold, zone: ranges.zone });
  if (sport === "strength" || sport === "yoga") return targetByFeel(level);
  if (sport === "cycling" && settings.ftpW) return target("power", ranges.power, settings.ftpW);
  if (sport === "running" && settings.thresholdSpeedMps) {
    return target("speed", ranges.runSpeed, settings.thresholdSpeedMps);
  }
  if (sport === "swimming" && settings.criticalSwimSpeedMps) {
    return target("speed", ranges.swimSpeed, settings.criticalSwimSpeedMps);
  }
  const bpm = settings.thresholdHeartRateBpm;
  if (sport !== "swimming" && bpm && ranges.heartRate) {
    return target("heart_rate", ranges.heartRate, bpm);
  }
  return targetByFeel(level);
}

export function targetByFeel(level: IntensityLevel): StepTarget {
  const { rpe, zone } = LEVEL_RANGES[level];
  return { kind: "rpe", low: rpe[0], high: rpe[1], zone };
}
