/**
 * What the volume of a sport allows a day: its week, its longest session, a taper, a return.
 * PLN-1, PLN-4, PLN-9, PLN-15.
 * Reference: science.md 22; the shortest session of 20 minutes is always allowed by all but PLN-4.
 * Valid: endurance sports; nothing is asked of strength and mobility.
 */
import type { LimitCheck } from "./limit-check";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { weekRoomS } from "./week-room";
import { FIRST_SESSION_S, HARD_IN_TAPER_S, LONGEST_GROWTH, volumeShare } from "./workout-duration";
import type { RecommendedWorkout } from "./workout-types";

const SHORTEST_S = 1200;

export function volumeChecks(
  workout: RecommendedWorkout,
  input: RecommendationInput,
): LimitCheck[] {
  const ofSports = input.sports.flatMap((trained) => weekCheck(workout, trained));
  const own = input.sports.find(({ sport }) => sport === workout.sport);
  if (own === undefined) return ofSports;
  return [...ofSports, longestCheck(workout, own), ...lessCheck(workout, own, input)];
}

function weekCheck(workout: RecommendedWorkout, { sport, volume }: TrainedSport): LimitCheck[] {
  const ofSport = workout.steps.filter((step) => (step.sport ?? workout.sport) === sport);
  const addedS = ofSport.reduce((sum, { durationS }) => sum + durationS, 0);
  if (addedS === 0) return [];
  const roomS = weekRoomS(volume);
  return [
    {
      ...{ rule: "PLN-4", name: `A week of ${sport}` },
      allowed: Number.isFinite(roomS)
        ? `${Math.floor(roomS / 60)} min more in these seven days`
        : "no limit where weeks are not counted",
      asked: minutes(addedS),
      isKept: addedS <= roomS + 1e-6,
    },
  ];
}

function longestCheck({ durationS }: RecommendedWorkout, { sport, volume }: TrainedSport) {
  const known = volume.longestDurationS;
  const usualS = known ?? FIRST_SESSION_S[sport];
  const mostS = Math.max(SHORTEST_S, usualS * LONGEST_GROWTH);
  const than = known === null ? "a first session" : "the longest of 30 days";
  return {
    ...{ rule: "PLN-9", name: "Longest session" },
    allowed: `${Math.floor(mostS / 60)} min: a tenth more than ${than}`,
    asked: minutes(durationS),
    isKept: durationS <= mostS + 1e-6,
  };
}

/** After a break and towards a race; a taper leaves a hard session the time that it needs. */
function lessCheck(
  { durationS, intensity }: RecommendedWorkout,
  { sport, volume }: TrainedSport,
  input: RecommendationInput,
): LimitCheck[] {
  const share = volumeShare(input);
  if (share === 1) return [];
  const typicalS = volume.typicalDurationS ?? FIRST_SESSION_S[sport];
  const hardS = intensity === "hard" ? Math.min(typicalS, HARD_IN_TAPER_S) : 0;
  const mostS = Math.max(SHORTEST_S, typicalS * share, hardS);
  const [rule, name] = input.daysOff > 0 ? ["PLN-15", "After a break"] : ["PLN-1", "Taper"];
  const percent = Math.round(share * 100);
  return [
    {
      ...{ rule, name, asked: minutes(durationS) },
      allowed: `${Math.floor(mostS / 60)} min: ${percent} % of your usual session`,
      isKept: durationS <= mostS + 1e-6,
    },
  ];
}

function minutes(seconds: number): string {
  return `${Math.round(seconds / 60)} min`;
}
