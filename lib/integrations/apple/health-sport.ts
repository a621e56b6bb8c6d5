import type { Sport } from "@/lib/training/activity/sports";

type Kind = readonly [sport: Sport, outdoors: string | null, indoors: string | null];

const PREFIX = "HKWorkoutActivityType";
const TEAM: Kind = ["team_sport", null, null];
const STRENGTH: Kind = ["strength", "strengthTraining", "strengthTraining"];
const KINDS: Readonly<Record<string, Kind>> = {
  Cycling: ["cycling", null, "indoorCycling"],
  HandCycling: ["cycling", "handCycling", "indoorHandCycling"],
  Running: ["running", null, "treadmill"],
  TrackAndField: ["running", "track", "track"],
  Walking: ["walking", null, "indoorWalking"],
  Hiking: ["hiking", null, null],
  Rowing: ["rowing", null, "indoorRowing"],
  CrossCountrySkiing: ["skiing", "crossCountry", "indoorSkiing"],
  DownhillSkiing: ["skiing", "downhill", "downhill"],
  TraditionalStrengthTraining: STRENGTH,
  FunctionalStrengthTraining: STRENGTH,
  CoreTraining: STRENGTH,
  Yoga: ["yoga", "yoga", "yoga"],
  UnderwaterDiving: ["diving", null, null],
  SwimBikeRun: ["multisport", null, null],
  Soccer: TEAM,
  Basketball: TEAM,
  AmericanFootball: TEAM,
  AustralianFootball: TEAM,
  Baseball: TEAM,
  Softball: TEAM,
  Cricket: TEAM,
  Handball: TEAM,
  Hockey: TEAM,
  Lacrosse: TEAM,
  Rugby: TEAM,
  Volleyball: TEAM,
};
const OPEN_WATER = "2";

export type HealthSport = {
  readonly sport: Sport;
  readonly subSport: string | null;
  readonly isIndoor: boolean;
};

/** The sport of a workout; "other", with Apple's word as the sub-sport, for what has no word here. */
export function healthSport(
  activityType: string,
  metadata: Readonly<Record<string, string>>,
): HealthSport {
  const word = activityType.startsWith(PREFIX) ? activityType.slice(PREFIX.length) : activityType;
  const isIndoor = metadata.HKIndoorWorkout === "1";
  if (word === "Swimming") return swimming(metadata);
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (kind === undefined) return { sport: "other", subSport: decapitalised(word), isIndoor };
  const [sport, outdoors, indoors] = kind;
  const isInside = isIndoor || sport === "strength" || sport === "yoga";
  return { sport, subSport: isInside ? indoors : outdoors, isIndoor: isInside };
}

/** A pool unless the watch says open water: older ones do not say, and swim in pools. */
function swimming({
  HKSwimmingLocationType: location,
}: Readonly<Record<string, string>>): HealthSport {
  const isOpen = location === OPEN_WATER;
  return { sport: "swimming", subSport: isOpen ? "openWater" : "lapSwimming", isIndoor: !isOpen };
}

function decapitalised(word: string): string | null {
  return word === "" ? null : `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`;
}
