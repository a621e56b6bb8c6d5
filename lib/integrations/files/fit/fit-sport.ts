import type { Sport } from "@/lib/training/activity/sports";

const BY_SPORT: Readonly<Record<string, Sport>> = {
  cycling: "cycling",
  eBiking: "cycling",
  running: "running",
  swimming: "swimming",
  walking: "walking",
  hiking: "hiking",
  mountaineering: "hiking",
  snowshoeing: "hiking",
  rowing: "rowing",
  crossCountrySkiing: "skiing",
  alpineSkiing: "skiing",
  diving: "diving",
  snorkeling: "diving",
  poolApnea: "diving",
  multisport: "multisport",
  basketball: "team_sport",
  soccer: "team_sport",
  americanFootball: "team_sport",
  hockey: "team_sport",
  rugby: "team_sport",
  baseball: "team_sport",
  cricket: "team_sport",
  volleyball: "team_sport",
  lacrosse: "team_sport",
  teamSport: "team_sport",
};

/** Sports whose sub-sport says what it was: gym machines and "training". */
const BY_SUB_SPORT: Readonly<Record<string, Sport>> = {
  strengthTraining: "strength",
  yoga: "yoga",
  indoorRowing: "rowing",
  indoorCycling: "cycling",
  spin: "cycling",
  treadmill: "running",
  indoorRunning: "running",
  indoorWalking: "walking",
};

const INDOOR_SUB_SPORTS: ReadonlySet<string> = new Set([
  "treadmill",
  "indoorCycling",
  "indoorRowing",
  "indoorRunning",
  "indoorWalking",
  "indoorClimbing",
  "indoorSkiing",
  "spin",
  "elliptical",
  "stairClimbing",
  "lapSwimming",
  "virtualActivity",
  "strengthTraining",
  "cardioTraining",
  "indoorHandCycling",
  "indoorWheelchairWalk",
  "indoorWheelchairRun",
  "yoga",
  "pilates",
  "hiit",
]);

/** Our sport for a FIT sport and sub-sport; "other" for what we have no word for. */
export function fitSport(sport: string | null, subSport: string | null): Sport {
  const direct = BY_SPORT[sport ?? ""];
  if (direct) return direct;
  return BY_SUB_SPORT[subSport ?? ""] ?? "other";
}

export function isIndoorSubSport(subSport: string | null): boolean {
  return subSport !== null && INDOOR_SUB_SPORTS.has(subSport);
}
