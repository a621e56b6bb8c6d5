/**
 * What the sessions of the last days leave to a day that nothing keeps quiet: strength, a long one, an easy one, a hard one.
 * PLN-7, PLN-8: hard sessions 48 h apart and at most 3 in 7 days (2 in base); a long one each week; easy above 20 % of intensity.
 * Reference: science.md 20 and 22; the turns and the days between are conventions.
 * Valid: six sessions of that sport in the last 28 days.
 */
import {
  daysSinceHard,
  hardInWeek,
  hardWaitMinutes,
  hoursSinceHard,
  MAX_HARD_IN_BASE,
  MAX_HARD_PER_WEEK,
  MIN_HOURS_BETWEEN_HARD,
  mostHardPerWeek,
} from "./hard-limits";
import type { KindChoice, KindRule } from "./intent";
import { type GoalLength, goalLength, isGoalSport } from "./race-goal";
import type { RecentVolume, RecommendationInput, TrainedSport } from "./recommendation-input";
import { PHASE_NAMES } from "./season-words";
import type { EnduranceSport, SeasonPhase, WorkoutKind } from "./template-types";

const DAYS_BETWEEN_LONG = 6;
const DAYS_BETWEEN_STRENGTH = 3;
const TRIATHLON_SPORTS = 3;
const DAYS_BETWEEN_BRICKS = 7;
const BRICK_WORDS = "A long ride is due, and the race runs off the bike.";
const LONG_RACE_WORDS = "A long race is ahead: the long one comes before the hard one.";
const GOAL_WORDS = {
  short: "Your race is short: work above the threshold counts most.",
  long: "Your race is long: the pace that you can hold counts most.",
} as const;
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
/** Before a race: a long one is won by the pace that can be held, a short one by what lies above it. */
const HARD_BY_GOAL: Readonly<
  Record<"short" | "long", Partial<Record<SeasonPhase, readonly WorkoutKind[]>>>
> = {
  short: { build: ["vo2max", "threshold"], peak: ["vo2max", "anaerobic"], taper: ["vo2max"] },
  long: { build: ["threshold", "threshold", "vo2max"], peak: ["threshold"], taper: ["threshold"] },
};
/** Two hard days are two days apart, so the kinds turn by that. */
const DAYS_PER_TURN = 2;

/** Asked of a day that nothing keeps quiet. */
export const HARD_DAY_RULES: readonly KindRule[] = [
  {
    id: "hard-apart",
    asks: `A hard session is less than ${MIN_HOURS_BETWEEN_HARD} h ago when you usually begin, and will be for three more`,
    saw: (input) => {
      const hoursSince = hoursSinceHard(input);
      return hoursSince === null ? "None in seven days." : `${Math.floor(hoursSince)} h ago.`;
    },
    answer: (input) => {
      const hoursSince = hoursSinceHard(input);
      if (hoursSince === null || hardWaitMinutes(input) !== null) return null;
      return afterHardDay(input, hoursSince);
    },
  },
  {
    id: "hard-enough",
    asks: `Seven days have ${MAX_HARD_PER_WEEK} hard sessions, or ${MAX_HARD_IN_BASE} in base`,
    saw: (input) => `${hardInWeek(input).length}, in ${PHASE_NAMES[input.season.phase]}.`,
    answer: (input, { volume }) => {
      const recent = hardInWeek(input);
      if (recent.length < mostHardPerWeek(input.season.phase)) return null;
      return {
        kind: isLongDue(input, volume) ? "long" : "endurance",
        why: `${recent.length} hard sessions in the last seven days are enough.`,
      };
    },
  },
  {
    id: "long-due",
    asks: `A long one is due: ${DAYS_BETWEEN_LONG} days since the last, no race near, and a hard one in the week or a long race ahead`,
    saw: (_, { volume: { daysSinceLong } }) =>
      daysSinceLong === null ? "None in 30 days." : `${daysSinceLong} days since.`,
    answer: (input, { sport, volume }) => {
      const isForGoal = lengthOfGoal(input, sport) === "long";
      if (!isLongDue(input, volume)) return null;
      if (hardInWeek(input).length === 0 && !isForGoal) return null;
      if (isBrickDue(input, sport)) return { kind: "brick", why: BRICK_WORDS };
      const why = longWords(volume.daysSinceLong);
      return { kind: "long", why: isForGoal ? `${why} ${LONG_RACE_WORDS}` : why };
    },
  },
  {
    id: "grey-share",
    asks: `More than ${MAX_INTENSE_SHARE * 100} % of four weeks was above easy, with a hard one in the week`,
    saw: (_, { volume }) => {
      const intense = intenseShare(volume.threeZonesS);
      return intense === null ? "Not known." : `${Math.round(intense * 100)} %.`;
    },
    answer: (input, { volume }) => {
      const intense = intenseShare(volume.threeZonesS);
      const isTooMuch = intense !== null && intense > MAX_INTENSE_SHARE;
      if (!isTooMuch || hardInWeek(input).length === 0) return null;
      const percent = Math.round(intense * 100);
      return {
        kind: "endurance",
        why: `${percent} % of four weeks was above easy; 20 % is enough.`,
      };
    },
  },
];

/** Where no rule has an answer. */
export const HARD_DAY: Omit<KindRule, "answer"> & {
  readonly answer: (input: RecommendationInput, trained: TrainedSport) => KindChoice;
} = {
  id: "hard",
  asks: "Nothing stands against a hard session",
  saw: ({ season: { phase } }) => `In ${PHASE_NAMES[phase]}.`,
  answer: (input, { sport }) => {
    const length = lengthOfGoal(input, sport);
    const why = hardWords(daysSinceHard(input));
    const kinds = length === "middle" ? undefined : HARD_BY_GOAL[length][input.season.phase];
    if (!kinds || length === "middle") return { kind: hardKind(input), why };
    return { kind: turnOf(kinds, input), why: `${why} ${GOAL_WORDS[length]}` };
  },
};

function isLongDue({ season }: RecommendationInput, { daysSinceLong }: RecentVolume): boolean {
  return mayBeLong(season.phase) && (daysSinceLong ?? 99) >= DAYS_BETWEEN_LONG;
}

/** Tempo and harder, of all time in zones; null where too little is known. */
function intenseShare(seconds: readonly [number, number, number] | null): number | null {
  if (seconds === null) return null;
  const [easy, moderate, hard] = seconds;
  const total = easy + moderate + hard;
  return total < MIN_ZONES_S ? null : (moderate + hard) / total;
}

function hardKind(input: RecommendationInput): WorkoutKind {
  return turnOf(HARD_BY_PHASE[input.season.phase], input);
}

function turnOf(kinds: readonly WorkoutKind[], { dayNumber }: RecommendationInput): WorkoutKind {
  return kinds[Math.floor(dayNumber / DAYS_PER_TURN) % kinds.length] ?? "threshold";
}

/** Of a race in that sport; one of another sport asks nothing of it. */
function lengthOfGoal({ goal }: RecommendationInput, sport: EnduranceSport): GoalLength {
  return goal && isGoalSport(goal, sport) ? goalLength(goal) : "middle";
}

function afterHardDay(input: RecommendationInput, hoursSince: number): KindChoice {
  const hours = Math.floor(hoursSince);
  const when = typeof input.usualStartMinute === "number" ? "When you usually train, it" : "It";
  const verb = when === "It" ? "is" : "will be";
  const why = `${when} ${verb} ${hours} hours since your last hard session; ${MIN_HOURS_BETWEEN_HARD} lie between two.`;
  const { daysSinceStrength, season } = input;
  const isStrengthDue = daysSinceStrength !== null && daysSinceStrength >= DAYS_BETWEEN_STRENGTH;
  const isRaceNear = season.phase === "taper" || season.phase === "race_week";
  if (isStrengthDue && !isRaceNear) return { kind: "strength", why };
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

function hardWords(days: number | null): string {
  if (days === null) return "No hard session in the last seven days.";
  return `The last hard session was ${days} days ago.`;
}
