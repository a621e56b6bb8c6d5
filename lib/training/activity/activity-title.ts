/**
 * A title for an activity that came without one: part of the day and what it was.
 * Formula: none, a naming convention · Valid for hours 0-23 of the local clock.
 */
import type { Sport } from "./sports";

const NOUN: Record<Sport, string> = {
  cycling: "ride",
  running: "run",
  swimming: "swim",
  strength: "strength",
  walking: "walk",
  hiking: "hike",
  rowing: "row",
  skiing: "ski",
  yoga: "yoga",
  diving: "dive",
  team_sport: "match",
  multisport: "multisport",
  other: "activity",
};

/** "Morning ride", "Evening open-water swim". */
export function activityTitle(sport: Sport, subSport: string | null, localHour: number): string {
  return `${partOfDay(localHour)} ${qualifier(subSport)}${NOUN[sport]}`;
}

function partOfDay(hour: number): string {
  if (hour < 5) return "Night";
  if (hour < 11) return "Morning";
  if (hour < 14) return "Midday";
  if (hour < 18) return "Afternoon";
  return hour < 22 ? "Evening" : "Night";
}

function qualifier(subSport: string | null): string {
  const words: Record<string, string> = {
    indoorCycling: "indoor ",
    virtualActivity: "virtual ",
    treadmill: "treadmill ",
    trail: "trail ",
    openWater: "open-water ",
    lapSwimming: "pool ",
    mountain: "mountain-bike ",
    downhill: "downhill ",
    indoorRowing: "indoor ",
  };
  return subSport === null ? "" : (words[subSport] ?? "");
}
