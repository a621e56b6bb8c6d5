/**
 * How long a session may be, from what the athlete has done lately in that sport.
 * PLN-1, PLN-4, PLN-9, PLN-12, PLN-15: the typical session; long at most 10 % beyond the longest of 30 days; shorter in a taper, in heat and after a break; never above the time available or what the week still takes.
 * Reference: science.md 22; the 10 % is a convention; taper after Bosquet 2007.
 * Valid: without sessions a short default per sport; rounded down to five minutes, at least twenty.
 */
import { isHot, SHARE_IN_HEAT } from "./heat-limits";
import type { RacePriority } from "./race-priority";
import type { DayEvents, RecentVolume, RecommendationInput } from "./recommendation-input";
import { HARD_KINDS, type TemplateSport, type WorkoutKind } from "./template-types";
import { weekRoomS } from "./week-room";

const STEP_S = 300;
const MIN_S = 1200;
export const LONGEST_GROWTH = 1.1;
const LONG_OF_TYPICAL = 1.5;
/** Of a week's running, in one run. */
const LONG_RUN_OF_WEEK = 0.3;
const RECOVERY_OF_TYPICAL = 0.6;
const MAX_RECOVERY_S = 2700;
const MAX_HARD_S = 5400;
const MAX_OPENERS_S = 1800;
/** A taper keeps the intensity: a hard session keeps the time that it needs. */
export const HARD_IN_TAPER_S = 2700;
const STRENGTH_S = 2400;
const MOBILITY_S = 1500;
const MAX_TRAVEL_S = 2700;
const MAX_LONG_S = 5 * 3600;
export const FIRST_SESSION_S: Record<TemplateSport, number> = {
  cycling: 2700,
  running: 1800,
  swimming: 1800,
  strength: STRENGTH_S,
  mobility: MOBILITY_S,
};
const TAPER_FIRST = 0.75;
/** Days, and what the last of them leaves; a race of priority C is trained through. */
const TAPERS: Readonly<Record<RacePriority, readonly [days: number, last: number]>> = {
  A: [14, 0.3],
  B: [7, 0.5],
  C: [0, 1],
};
/** After seven days off and more: 70 to 80 %. */
const AFTER_BREAK = 0.75;

export type DayFrame = Pick<RecommendationInput, "availableS" | "daysOff" | "heat"> & {
  readonly season: Pick<RecommendationInput["season"], "daysToRace" | "taper">;
  readonly events: Pick<DayEvents, "isTravelDay">;
};

export function workoutDuration(
  kind: WorkoutKind,
  sport: TemplateSport,
  volume: RecentVolume,
  frame: DayFrame,
): number {
  const isBeside = kind === "strength" || kind === "mobility";
  const typical = volume.typicalDurationS ?? FIRST_SESSION_S[sport];
  const longest = (volume.longestDurationS ?? typical) * LONGEST_GROWTH;
  const wanted = Math.min(
    Math.max(
      wantedFor(kind, typical) * volumeShare(frame) * (isHot(frame, sport) ? SHARE_IN_HEAT : 1),
      HARD_KINDS.has(kind) ? Math.min(typical, HARD_IN_TAPER_S) : 0,
    ),
    isBeside ? STRENGTH_S : longest,
    kind === "long" ? longRunLimit(sport, volume, typical) : Number.POSITIVE_INFINITY,
    frame.events.isTravelDay ? MAX_TRAVEL_S : Number.POSITIVE_INFINITY,
  );
  const limited = Math.min(
    Math.max(MIN_S, wanted),
    frame.availableS ?? Number.POSITIVE_INFINITY,
    isBeside ? Number.POSITIVE_INFINITY : weekRoomS(volume),
  );
  return Math.floor(limited / STEP_S) * STEP_S;
}

/** What taper and return leave of the usual length: 0.3 to 1. */
export function volumeShare({ season, daysOff }: DayFrame): number {
  return Math.min(taperShare(season), daysOff > 0 ? AFTER_BREAK : 1);
}

function taperShare({ daysToRace, taper }: DayFrame["season"]): number {
  const race = taper === undefined ? { priority: "A" as const, daysToRace } : taper;
  if (race === null || race.daysToRace === null) return 1;
  const [days, last] = TAPERS[race.priority];
  if (race.daysToRace >= days) return 1;
  return TAPER_FIRST * (last / TAPER_FIRST) ** (1 - race.daysToRace / (days - 1));
}

/** A typical run is never too long: who runs three times a week has a third of it in each. */
function longRunLimit(
  sport: TemplateSport,
  { weeklyDurationS }: RecentVolume,
  typicalS: number,
): number {
  if (sport !== "running") return Number.POSITIVE_INFINITY;
  return Math.max(typicalS, weeklyDurationS * LONG_RUN_OF_WEEK);
}

function wantedFor(kind: WorkoutKind, typical: number): number {
  switch (kind) {
    case "recovery":
      return Math.min(MAX_RECOVERY_S, typical * RECOVERY_OF_TYPICAL);
    case "long":
    case "brick":
      return Math.min(MAX_LONG_S, typical * LONG_OF_TYPICAL);
    case "tempo":
    case "threshold":
    case "vo2max":
    case "anaerobic":
      return Math.min(MAX_HARD_S, typical);
    case "openers":
      return Math.min(MAX_OPENERS_S, typical);
    case "strength":
      return STRENGTH_S;
    case "mobility":
      return MOBILITY_S;
    case "endurance":
      return typical;
  }
}
