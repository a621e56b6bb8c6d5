/**
 * How today's workout came about: each sport, rule, kind and template that was looked at, and why it was passed over.
 * PLN-1W, told from the same rules that choose: sport, kind, length, template.
 * Reference: as recommendWorkout.
 * Valid: an input of the formula's own version; of another, the path would be one that was never taken.
 */
import { dueness } from "./choose-sport";
import { KIND_RULES } from "./choose-workout-kind";
import { loadRoom } from "./load-room";
import { sportOfKind, type TemplateOutcome, templateOutcomes } from "./pick-workout";
import { intendedWorkout } from "./recommend-workout";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { whyLeftOut } from "./sports-allowed";
import type { EnduranceSport, TemplateSport, WorkoutKind } from "./template-types";
import type { RecommendedWorkout } from "./workout-types";

export type SportStep = {
  readonly sport: EnduranceSport;
  readonly isChosen: boolean;
  /** Null when nothing speaks against it. */
  readonly leftOut: string | null;
  /** Days since the last session over the usual days between two. */
  readonly dueness: number;
};

export type RuleStep = {
  readonly id: string;
  readonly asks: string;
  readonly saw: string;
  /** Of the one that decided, what it asked for; null of those that were passed. */
  readonly answer: { readonly kind: WorkoutKind; readonly why: string } | null;
};

export type WorkoutPath = {
  readonly sports: readonly SportStep[];
  /** Up to the one that decided. */
  readonly rules: readonly RuleStep[];
  /** Kinds that did not fit, and the one that did. */
  readonly tried: readonly {
    readonly kind: WorkoutKind;
    readonly durationS: number;
    readonly fits: boolean;
  }[];
  /** Of the last kind that was tried. */
  readonly templates: readonly TemplateOutcome[];
  readonly templateSport: TemplateSport;
  /** Before the morning has its say. */
  readonly intended: RecommendedWorkout | null;
};

export function explainWorkout(input: RecommendationInput): WorkoutPath {
  const { trained, tried, workout } = intendedWorkout(input);
  const last = tried.at(-1) ?? { kind: "mobility" as const, durationS: 0 };
  const limits = { ...input, room: loadRoom(input.load) };
  return {
    sports: input.sports.map((one) => ({
      sport: one.sport,
      isChosen: one.sport === trained.sport,
      leftOut: whyLeftOut(one, input),
      dueness: dueness(one, input.goal),
    })),
    rules: rulesAsked(input, trained),
    tried: tried.map(({ kind, durationS, workout: fitting }) => {
      return { kind, durationS, fits: fitting !== null };
    }),
    templates: templateOutcomes(last.kind, trained, last.durationS, limits),
    templateSport: sportOfKind(last.kind, trained),
    intended: workout,
  };
}

function rulesAsked(input: RecommendationInput, trained: TrainedSport): RuleStep[] {
  const asked = KIND_RULES.map(({ id, asks, saw, answer }) => {
    return { id, asks, saw: saw(input, trained), answer: answer(input, trained) };
  });
  return asked.slice(0, asked.findIndex(({ answer }) => answer !== null) + 1);
}
