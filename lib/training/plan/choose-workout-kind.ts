/**
 * Which kind of session the training itself asks for today, before the morning has its say.
 * PLN-1, PLN-5, PLN-7, PLN-8, PLN-15: first what the day forbids, then hard days: at most 3 in 7 days (2 in base), 48 h apart.
 * Reference: science.md 20 and 22.
 * Valid: hard and long sessions need six sessions of that sport in the last 28 days.
 */
import type { KindChoice } from "./intent";
import { quietDay } from "./quiet-day";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import type { SeasonPhase, WorkoutKind } from "./template-types";

const MAX_HARD_PER_WEEK = 3;
const MAX_HARD_IN_BASE = 2;
const MIN_HOURS_BETWEEN_HARD = 48;
const WEEK_H = 168;
const DAYS_BETWEEN_LONG = 6;
const DAYS_BETWEEN_STRENGTH = 3;
const TRIATHLON_SPORTS = 3;
const DAYS_BETWEEN_BRICKS = 7;
const BRICK_WORDS = "A long ride is due, and the race runs off the bike.";
/** Less than so much time in zones says nothing of how it is shared. */
const MIN_ZONES_S = 3 * 3600;
const MAX_INTENSE_SHARE = 0.2;

/** Hard sessions turn through these, so that no two in a row are alike. */
const HARD_BY_PHASE: Readonly<Record<SeasonPhase, readonly WorkoutKind[]>> = {
  base: ["threshold", "vo2max"],
  build: ["threshold", "vo2max"],
  peak: ["vo2max", "threshold", "anaerobic"],
  taper: ["threshold", "vo2max"],
  race_week: ["threshold"],
  recovery: ["threshold"],
};
/** Two hard days are two days apart, so the kinds turn by that. */
const DAYS_PER_TURN = 2;

/** Whether the hard limits leave a hard session today, wanted or not. */
export function isHardAllowed(input: RecommendationInput, trained: TrainedSport): boolean {
  const recent = input.hardSessionsHoursAgo.filter((hours) => hours < WEEK_H);
  const isRested = recent.every((hours) => hours >= MIN_HOURS_BETWEEN_HARD);
  const isQuiet = quietDay(input, trained) !== null;
  return isRested && !isQuiet && recent.length < mostHardPerWeek(input.season.phase);
}

function mostHardPerWeek(phase: SeasonPhase): number {
  return phase === "base" || phase === "recovery" ? MAX_HARD_IN_BASE : MAX_HARD_PER_WEEK;
}

export function chooseWorkoutKind(input: RecommendationInput, trained: TrainedSport): KindChoice {
  return quietDay(input, trained) ?? withHardDays(input, trained);
}

function withHardDays(input: RecommendationInput, { sport, volume }: TrainedSport): KindChoice {
  const recent = input.hardSessionsHoursAgo.filter((hours) => hours < WEEK_H);
  const hoursSince = recent.length > 0 ? Math.min(...recent) : null;
  if (hoursSince !== null && hoursSince < MIN_HOURS_BETWEEN_HARD) {
    return afterHardDay(input, hoursSince);
  }
  const { phase } = input.season;
  const { daysSinceLong } = volume;
  const isLongDue = mayBeLong(phase) && (daysSinceLong ?? 99) >= DAYS_BETWEEN_LONG;
  if (recent.length >= mostHardPerWeek(phase)) {
    return {
      kind: isLongDue ? "long" : "endurance",
      why: `${recent.length} hard sessions in the last seven days are enough.`,
    };
  }
  if (isLongDue && recent.length > 0) {
    if (isBrickDue(input, sport)) return { kind: "brick", why: BRICK_WORDS };
    return { kind: "long", why: longWords(daysSinceLong) };
  }
  const intense = intenseShare(volume.threeZonesS);
  if (intense !== null && intense > MAX_INTENSE_SHARE && recent.length > 0) {
    const percent = Math.round(intense * 100);
    return { kind: "endurance", why: `${percent} % of four weeks was above easy; 20 % is enough.` };
  }
  return { kind: hardKind(input), why: hardWords(hoursSince) };
}

/** Tempo and harder, of all time in zones; null where too little is known. */
function intenseShare(seconds: readonly [number, number, number] | null): number | null {
  if (seconds === null) return null;
  const [easy, moderate, hard] = seconds;
  const total = easy + moderate + hard;
  return total < MIN_ZONES_S ? null : (moderate + hard) / total;
}

function hardKind({ season, dayNumber }: RecommendationInput): WorkoutKind {
  const kinds = HARD_BY_PHASE[season.phase];
  return kinds[Math.floor(dayNumber / DAYS_PER_TURN) % kinds.length] ?? "threshold";
}

function afterHardDay(input: RecommendationInput, hoursSince: number): KindChoice {
  const day = hoursSince < 24 ? "today" : "yesterday";
  const why = `The last hard session was ${day}; a whole day lies between two.`;
  const { daysSinceStrength, season } = input;
  const isStrengthDue = daysSinceStrength !== null && daysSinceStrength >= DAYS_BETWEEN_STRENGTH;
  const isRaceNear = season.phase === "taper" || season.phase === "race_week";
  if (isStrengthDue && !isRaceNear && hoursSince >= 24) return { kind: "strength", why };
  return { kind: "endurance", why };
}

function mayBeLong(phase: SeasonPhase): boolean {
  return phase === "base" || phase === "build" || phase === "peak";
}

/** For who swims, rides and runs, in the last twelve weeks before a race. */
function isBrickDue({ sports, season, daysSinceBrick }: RecommendationInput, sport: string) {
  const isTriathlete = sports.length === TRIATHLON_SPORTS && sport === "cycling";
  const isAhead = season.phase === "build" || season.phase === "peak";
  return isTriathlete && isAhead && (daysSinceBrick ?? 99) >= DAYS_BETWEEN_BRICKS;
}

function longWords(daysSinceLong: number | null): string {
  if (daysSinceLong === null) return "No long session in the last 30 days.";
  return `The last long session was ${daysSinceLong} days ago.`;
}

function hardWords(hoursSince: number | null): string {
  if (hoursSince === null) return "No hard session in the last seven days.";
  return `The last hard session was ${Math.floor(hoursSince / 24)} days ago.`;
}
