/**
 * The load when only the time is known: a typical session of that sport.
 * HR-5: session RPE load with the sport's usual RPE.
 * Reference: last resort of the load precedence (science.md 4); the RPEs are a convention.
 * Valid: any duration; replaced as soon as anything better is known.
 */
import type { Sport } from "../activity/sports";
import { sessionRpeLoad } from "./session-rpe-load";

export const TYPICAL_RPE = {
  cycling: 4,
  running: 4,
  swimming: 4,
  strength: 4,
  walking: 2,
  hiking: 3,
  rowing: 4,
  skiing: 4,
  yoga: 1,
  diving: 1,
  team_sport: 5,
  multisport: 5,
  other: 3,
} as const satisfies Record<Sport, number>;

export function durationLoad(durationS: number, sport: Sport): number {
  return sessionRpeLoad(durationS, TYPICAL_RPE[sport]) ?? 0;
}
