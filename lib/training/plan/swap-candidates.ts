import { isForbidden } from "./forbidden-sports";
import type { Intent } from "./intent";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { SPORT_NOUNS } from "./sport-nouns";
import type { WorkoutKind } from "./template-types";
import { WORKOUT_TEMPLATES } from "./workout-templates";
import type { RecommendedWorkout, SwapId } from "./workout-types";

/** A workout that might take the place of the recommended one, before the limits have their say. */
export type SwapCandidate = {
  readonly id: SwapId;
  readonly kind: WorkoutKind;
  readonly trained: TrainedSport;
  /** Null: as long as such a session usually is. */
  readonly durationS: number | null;
  /** Pages of the library to turn on. */
  readonly turn: number;
  readonly why: (workout: RecommendedWorkout) => string;
};

/** The second is for sessions of which little is left too little. */
const SHORTER = [0.6, 0.75] as const;
const SHORTEST_S = 1200;
/** Hard templates take turns every four days. */
const NEXT_TEMPLATES = [4, 8, 1] as const;

/** The three that are asked for most first; the rest fills up what the limits leave out. */
export function swapCandidates(
  input: RecommendationInput,
  { trained, kind: intendedKind }: Intent,
  recommended: RecommendedWorkout,
  isHardAllowed: boolean,
): SwapCandidate[] {
  const kind = kindOf(recommended) ?? intendedKind;
  const at = { trained, turn: 0 };
  const shorter = SHORTER.map((share): SwapCandidate => {
    const durationS = Math.max(SHORTEST_S, recommended.durationS * share);
    return {
      ...{ id: "shorter", kind, ...at, durationS },
      why: (workout) => `When the day is full: ${minutes(workout.durationS)} of the same kind.`,
    };
  });
  const mobility: SwapCandidate = {
    ...{ id: "mobility", kind: "mobility", ...at, durationS: null },
    why: () => "Hardly any load: room to recover.",
  };
  const others = NEXT_TEMPLATES.map((turn): SwapCandidate => {
    const why = () => "Another session of the same kind.";
    return { id: "another", kind, trained, durationS: recommended.durationS, turn, why };
  });
  return [
    ...(recommended.durationS > SHORTEST_S ? shorter : []),
    otherIntensity(recommended, trained, isHardAllowed),
    ...otherSports(input, trained, kind),
    ...strength(input, trained),
    mobility,
    ...others,
    { ...mobility, turn: 1 },
    { ...mobility, turn: 2 },
  ];
}

/** On a day of rest: what brings no load to speak of. */
export function restCandidates(trained: TrainedSport): SwapCandidate[] {
  return [0, 1, 2].map((turn) => ({
    ...{ id: "mobility", kind: "mobility", trained, durationS: null, turn },
    why: () => "Gentle movement that costs no recovery.",
  }));
}

function otherIntensity(
  recommended: RecommendedWorkout,
  trained: TrainedSport,
  isHardAllowed: boolean,
): SwapCandidate {
  const at = { trained, turn: 0 };
  if (recommended.intensity === "easy" && isHardAllowed) {
    const why = () => "The limits allow a hard session today, if you feel like one.";
    return { id: "harder", kind: "threshold", ...at, durationS: null, why };
  }
  const isEasy = recommended.intensity === "easy";
  return {
    ...{ id: "easier", kind: isEasy ? "recovery" : "endurance", ...at },
    durationS: isEasy ? null : recommended.durationS,
    why: () =>
      isEasy ? "Slower still, and less load." : "Easy; the intensity is left for another day.",
  };
}

function otherSports(
  { sports, events }: RecommendationInput,
  trained: TrainedSport,
  kind: WorkoutKind,
): SwapCandidate[] {
  return sports
    .filter(({ sport }) => sport !== trained.sport && !isForbidden(events, sport))
    .map((other) => ({
      ...{ id: "other_sport", trained: other, durationS: null, turn: 0 },
      kind: kind === "strength" || kind === "mobility" || kind === "brick" ? "endurance" : kind,
      why: () => `${SPORT_NOUNS[other.sport]} instead: the same purpose with other muscles.`,
    }));
}

function strength(
  { daysSinceStrength, events, season }: RecommendationInput,
  trained: TrainedSport,
): SwapCandidate[] {
  const isRaceNear = season.phase === "taper" || season.phase === "race_week";
  if (daysSinceStrength === null || daysSinceStrength < 2 || events.isInjured || isRaceNear)
    return [];
  const why = () => `Your last strength session was ${daysSinceStrength} days ago.`;
  return [{ id: "strength", kind: "strength", trained, durationS: null, turn: 0, why }];
}

function kindOf({ templateId }: RecommendedWorkout): WorkoutKind | undefined {
  return WORKOUT_TEMPLATES.find(({ id }) => id === templateId)?.kind;
}

function minutes(seconds: number): string {
  return `${Math.round(seconds / 60)} minutes`;
}
