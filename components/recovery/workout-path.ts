import { decisionWord } from "@/components/today/decision-word";
import type { SportStep, WorkoutPath } from "@/lib/training/plan/explain-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import { SPORT_NOUNS } from "@/lib/training/plan/sport-nouns";
import type { WorkoutKind } from "@/lib/training/plan/template-types";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";
import { formatHours } from "@/lib/units/format-hours";

export type PathStep = { readonly name: string; readonly text: string };

const KIND_NAMES: Readonly<Record<WorkoutKind, string>> = {
  recovery: "recovery",
  endurance: "endurance",
  long: "a long one",
  brick: "a brick",
  tempo: "tempo",
  threshold: "threshold",
  vo2max: "VO2max",
  anaerobic: "anaerobic",
  openers: "openers",
  strength: "strength",
  mobility: "mobility",
};

/** The five choices of a workout, one after the other, each with what it was made by. */
export function pathSteps(
  path: WorkoutPath,
  { decision, events, goal }: Pick<RecommendationInput, "decision" | "events" | "goal">,
  workout: RecommendedWorkout | null,
): PathStep[] {
  return [
    { name: "Sport", text: sportText(path.sports, goal) },
    { name: "Kind", text: ruleText(path) },
    { name: "Length", text: lengthText(path) },
    { name: "Template", text: templateText(path) },
    { name: "The morning", text: morningText(path, decision, events.isIll, workout) },
  ];
}

function sportText(sports: readonly SportStep[], goal: RecommendationInput["goal"]): string {
  const chosen = sports.find(({ isChosen }) => isChosen);
  if (!chosen) return "None.";
  const name = SPORT_NOUNS[chosen.sport];
  if (sports.length < 2) return `${name}, the only one that you train weekly.`;
  const told = sports.map(({ sport, leftOut, dueness }) => {
    const state = leftOut ?? `${dueness.toFixed(1)} of the usual gap`;
    return `${SPORT_NOUNS[sport]}: ${state}`;
  });
  const isMoreDue = sports.some(
    ({ leftOut, dueness }) => leftOut === null && dueness > chosen.dueness,
  );
  const why =
    goal?.sport === chosen.sport ? "your race is in it" : "its last hard session is longer ago";
  return `${name}${isMoreDue ? `, about as due, and ${why}` : ""}. ${told.join("; ")}.`;
}

function ruleText({ rules }: WorkoutPath): string {
  const last = rules.at(-1);
  if (!last?.answer) return "No rule had an answer.";
  const kind = KIND_NAMES[last.answer.kind];
  return `${capital(kind)}: ${lower(last.asks)} (${lower(last.saw.replace(/\.$/, ""))}).`;
}

function lengthText({ tried }: WorkoutPath): string {
  const not = tried.filter(({ fits }) => !fits);
  const fitting = tried.find(({ fits }) => fits);
  const dropped = not.map(
    ({ kind, durationS }) => `${KIND_NAMES[kind]} in ${formatHours(durationS)}`,
  );
  const without = dropped.length === 0 ? "" : ` Did not fit: ${dropped.join(", ")}.`;
  if (!fitting) return `Nothing fits time and load.${without}`;
  return `${formatHours(fitting.durationS)} for ${KIND_NAMES[fitting.kind]}.${without}`;
}

function templateText({ templates, intended }: WorkoutPath): string {
  if (intended === null) return "None.";
  const others = templates.length - 1;
  const before =
    others === 0
      ? "the only one of its kind"
      : `one of ${others + 1} of its kind, which take turns`;
  return `${intended.title}, ${before}.`;
}

function morningText(
  { intended }: WorkoutPath,
  { decision, modification }: RecommendationInput["decision"],
  isIll: boolean,
  workout: RecommendedWorkout | null,
): string {
  const word = decisionWord(decision);
  if (intended === null) return `${word}: there was nothing to keep or to cut.`;
  if (isIll) return "An illness cancels it, whatever the signals say.";
  if (decision === "rest") return `${word} cancels it.`;
  if (decision === "go") return `${word} keeps it as it is.`;
  const cut = {
    none: "nothing",
    volume: "volume",
    intensity: "intensity",
    both: "volume and intensity",
  };
  const became = workout ? `${workout.title}, ${formatHours(workout.durationS)}` : "nothing";
  return `${word} cuts ${cut[modification]}: ${intended.title}, ${formatHours(intended.durationS)}, becomes ${became}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
