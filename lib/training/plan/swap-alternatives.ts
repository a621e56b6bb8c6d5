/**
 * Three other workouts for the day: shorter, of another intensity, of another sport; each with its reason.
 * PLN-SWAP: from the same library under the same limits (PLN-4, PLN-5, PLN-7, PLN-12); an eased day never gets more load than it was given, a day of rest mobility only.
 * Reference: none, a rule of this product.
 * Valid: none with an illness or symptoms of one, or where time leaves nothing; else up to three, no two alike.
 */
import { isHardAllowed } from "./choose-workout-kind";
import { isIll } from "./is-ill";
import { loadRoom } from "./load-room";
import { pickWorkout, sportOfKind } from "./pick-workout";
import { intendedWorkout } from "./recommend-workout";
import type { RecommendationInput } from "./recommendation-input";
import { restCandidates, type SwapCandidate, swapCandidates } from "./swap-candidates";
import { HARD_KINDS } from "./template-types";
import { workoutDuration } from "./workout-duration";
import type { Recommendation, RecommendedWorkout, SwapAlternative } from "./workout-types";

const ALTERNATIVES = 3;
const STEP_S = 300;

/** @param recommended what was made of the same input, whose place they may take */
export function swapAlternatives(
  input: RecommendationInput,
  { workout: recommended }: Pick<Recommendation, "workout">,
): SwapAlternative[] {
  if (isIll(input)) return [];
  const intent = intendedWorkout(input);
  const mayBeHard = ({ trained }: Pick<SwapCandidate, "trained">) =>
    input.decision.decision === "go" && isHardAllowed(input, trained);
  const candidates = recommended
    ? swapCandidates(input, intent, recommended, mayBeHard(intent))
    : restCandidates(intent.trained);
  const found: SwapAlternative[] = [];
  for (const candidate of candidates) {
    if (found.length === ALTERNATIVES) break;
    if (candidate.id === "shorter" && found.some(({ id }) => id === "shorter")) continue;
    const isTooHard = HARD_KINDS.has(candidate.kind) && !mayBeHard(candidate);
    if (isTooHard && !isOfKind(candidate, recommended)) continue;
    const workout = workoutOf(candidate, input, recommended);
    const others = [recommended, ...found.map((one) => one.workout)];
    if (workout === null || others.some((other) => other && isAlike(other, workout))) continue;
    found.push({ id: candidate.id, why: candidate.why(workout), workout });
  }
  return found;
}

/** What was recommended may be hard by an allowance of volume alone: a shorter one is so as well. */
function isOfKind({ id }: SwapCandidate, recommended: RecommendedWorkout | null): boolean {
  return id === "shorter" && recommended?.intensity === "hard";
}

function workoutOf(
  { kind, trained, durationS: wanted, turn }: SwapCandidate,
  input: RecommendationInput,
  recommended: RecommendedWorkout | null,
): RecommendedWorkout | null {
  const usual = workoutDuration(kind, sportOfKind(kind, trained), trained.volume, input);
  const durationS = Math.min(wanted ?? usual, usual);
  const isEased = input.decision.decision !== "go" && recommended !== null;
  const most = isEased ? recommended.load : Number.POSITIVE_INFINITY;
  return pickWorkout(kind, trained, Math.floor(durationS / STEP_S) * STEP_S, {
    ...input,
    dayNumber: input.dayNumber + turn,
    room: Math.min(loadRoom(input.load), most),
  });
}

function isAlike(a: RecommendedWorkout, b: RecommendedWorkout): boolean {
  return a.templateId === b.templateId && a.durationS === b.durationS;
}
