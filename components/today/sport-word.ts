import type { Sport } from "@/lib/training/activity/activity-types";

const WORDS: Readonly<Record<Sport, string>> = {
  cycling: "Ride",
  running: "Run",
  swimming: "Swim",
  strength: "Strength",
  walking: "Walk",
  hiking: "Hike",
  rowing: "Row",
  skiing: "Ski",
  yoga: "Yoga",
  diving: "Dive",
  team_sport: "Game",
  multisport: "Multisport",
  other: "Other",
};

/** One word for a session of the sport, as it stands in a week. */
export function sportWord(sport: Sport): string {
  return WORDS[sport];
}
