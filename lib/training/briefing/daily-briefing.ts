/**
 * A morning in a few sentences: what the answer rests on, and what to do with the day.
 * BRF-DAY@2: the score; the two parts that speak most for the answer; form; what the answer, an illness, an injury or the athlete's own choice make of the day; what is missing.
 * Reference: none, words for REC-1, RDY-S11 and PLN-11.
 * Valid: a morning with an answer; every number in the words stands in the evidence.
 */
import type { LocalDate } from "../../dates/local-date";
import { daysTo, evidence, finding, say } from "../insights/evidence";
import type { Evidence, Finding } from "../insights/finding";
import type { RecommendedWorkout } from "../plan/workout-types";
import type { RecoveryScore } from "../recovery/recovery-types";
import { type DayTold, daySaid, REST } from "./day-said";
import { partWords } from "./part-words";
import type { Said } from "./said";

const DETECTOR = "morning";
const FORMULA = "BRF-DAY@2";

export type BriefingInput = DayTold & {
  readonly day: LocalDate;
  readonly recovery: RecoveryScore;
  /** Of the morning; null before the first activity. */
  readonly load: {
    readonly fitness: number;
    readonly fatigue: number;
    readonly form: number;
  } | null;
};

export function dailyBriefing(input: BriefingInput): Finding {
  const { workout } = input;
  const { title, meaning, severity, instead } = daySaid(input);
  const action =
    instead === null && workout
      ? actionOf(input.day, workout)
      : { text: instead ?? REST, evidence: [] };
  const said = [scoreSaid(input), ...partWords(input), formSaid(input)];
  const told = said.filter((one) => one !== null);
  const found = [...told.flatMap((one) => one.evidence), ...action.evidence];
  return finding({
    detector: DETECTOR,
    formula: FORMULA,
    severity,
    sport: workout?.sport ?? null,
    title,
    text: [...told.map(({ text }) => text), meaning].join(" "),
    action: action.text,
    // A morning without a number is still a morning.
    evidence: found.length > 0 ? found : [daysKnown(input)],
    series: [],
  });
}

function scoreSaid({ day, recovery }: BriefingInput): Said {
  if (recovery.score === null) {
    return { text: recovery.reason ?? "There is no recovery score this morning.", evidence: [] };
  }
  const label = "Recovery score";
  const score = evidence("recovery.score", label, [recovery.score, "score"], daysTo(day));
  const known = [recovery.coverage, "share"] as const;
  const coverage = evidence("recovery.coverage", "Known of the score’s weight", known, daysTo(day));
  return { text: `Your recovery is ${say(score)} of 100.`, evidence: [score, coverage] };
}

/** Above and below these, form is worth more than its number. */
const FORM = { heavy: -30, building: -10, fresh: 5, idle: 25 } as const;

function formSaid({ day, load }: BriefingInput): Said | null {
  if (load === null) return null;
  const form = evidence("form.now", "Form this morning", [load.form, "load/day"], daysTo(day));
  return { text: `Form is ${say(form)}: ${formMeaning(form.value)}.`, evidence: [form] };
}

function formMeaning(form: number): string {
  if (form < FORM.heavy) return "much work is still in your legs";
  if (form < FORM.building) return "you are building, and some of it is still in your legs";
  if (form < FORM.fresh) return "work and rest are in balance";
  return form < FORM.idle ? "you are fresh" : "you are rested, and fitness is going";
}

function actionOf(day: LocalDate, workout: RecommendedWorkout): Said {
  const of = daysTo(day);
  const minutes = Math.round(workout.durationS / 60) * 60;
  const length = evidence("workout.duration", "Today's workout, duration", [minutes, "s"], of);
  const load = evidence(
    "workout.load",
    "Today's workout, training load",
    [workout.load, "load"],
    of,
  );
  const text = `${workout.title}, ${say(length)}. ${workout.purpose}`;
  return { text, evidence: [length, load] };
}

/** Rests on nothing but the check-in. */
function daysKnown({ day, decision }: BriefingInput): Evidence {
  const known = decision.signals.filter(({ colour }) => colour !== "missing").length;
  return evidence("check-in.signals", "Signals known", [known, "count"], daysTo(day));
}
