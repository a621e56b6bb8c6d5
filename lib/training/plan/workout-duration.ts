/**
 * How long a session may be, from what the athlete has done lately in that sport.
 * PLN-4, PLN-9, PLN-12: the typical session; long at most 10 % beyond the longest of 30 days; never above the time available.
 * Reference: science.md 22; the 10 % is a convention.
 * Valid: without sessions a short default per sport; rounded down to five minutes.
 */
import type { RecentVolume } from "./recommendation-input";
import type { TemplateSport, WorkoutKind } from "./workout-templates";

const STEP_S = 300;
const MIN_S = 1200;
const LONGEST_GROWTH = 1.1;
const LONG_OF_TYPICAL = 1.5;
const RECOVERY_OF_TYPICAL = 0.6;
const MAX_RECOVERY_S = 2700;
const MAX_HARD_S = 5400;
const STRENGTH_S = 2400;
const FIRST_SESSION_S: Record<TemplateSport, number> = {
  cycling: 2700,
  running: 1800,
  swimming: 1800,
  strength: STRENGTH_S,
};

export function workoutDuration(
  kind: WorkoutKind,
  sport: TemplateSport,
  volume: RecentVolume,
  availableS: number | null,
): number {
  const typical = volume.typicalDurationS ?? FIRST_SESSION_S[sport];
  const longest = (volume.longestDurationS ?? typical) * LONGEST_GROWTH;
  const wanted = Math.min(wantedFor(kind, typical), kind === "strength" ? STRENGTH_S : longest);
  const limited = Math.min(Math.max(MIN_S, wanted), availableS ?? Number.POSITIVE_INFINITY);
  return Math.floor(limited / STEP_S) * STEP_S;
}

function wantedFor(kind: WorkoutKind, typical: number): number {
  switch (kind) {
    case "recovery":
      return Math.min(MAX_RECOVERY_S, typical * RECOVERY_OF_TYPICAL);
    case "long":
      return typical * LONG_OF_TYPICAL;
    case "tempo":
    case "threshold":
    case "vo2max":
      return Math.min(MAX_HARD_S, typical);
    case "strength":
      return STRENGTH_S;
    case "endurance":
      return typical;
  }
}
