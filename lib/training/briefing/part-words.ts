/**
 * The two parts of the recovery score that speak most for the morning's answer, in words.
 * Formula: none; on ease and rest the lowest parts, else those that carry most of the score.
 * Reference: REC-1. Valid: parts with a value; HRV and resting heart rate against the baseline that they were judged by.
 */
import type { LocalDate } from "../../dates/local-date";
import { daysTo, evidence, say } from "../insights/evidence";
import type {
  ReadinessDecision,
  RecoveryComponentName,
  RecoveryContribution,
  RecoveryScore,
} from "../recovery/recovery-types";
import type { Said } from "./said";

type Morning = {
  readonly day: LocalDate;
  readonly recovery: RecoveryScore;
  readonly decision: ReadinessDecision;
};

const TOLD = 2;
/** Within this share of the baseline it is the same. */
const SAME = 0.02;
const MINUTE_S = 60;
const HOUR_S = 3600;
const LIMITS = { shortNightS: 6 * HOUR_S, calmStress: 25, highStress: 50 } as const;

export function partWords({ day, recovery, decision }: Morning): Said[] {
  const known = recovery.contributions.filter(({ score }) => score !== null);
  const weight = (one: RecoveryContribution) => (one.score ?? 0) * one.weight;
  const order =
    decision.decision === "go"
      ? known.toSorted((a, b) => weight(b) - weight(a))
      : known.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const told = order.slice(0, TOLD).map((one) => WORDS[one.component](one, day));
  const missing = recovery.contributions.filter(({ value }) => value === null);
  const isThin = recovery.score !== null && missing.length > 0;
  return isThin ? [...told, missingWords(missing)] : told;
}

const WORDS: Readonly<
  Record<RecoveryComponentName, (one: RecoveryContribution, day: LocalDate) => Said>
> = {
  hrv: (one, day) => againstUsual("hrv", "HRV", "ms", one, day),
  rhr: (one, day) => againstUsual("resting-hr", "Resting heart rate", "bpm", one, day),
  sleep: ({ value }, day) => {
    const seconds = Math.round(((value ?? 0) * HOUR_S) / MINUTE_S) * MINUTE_S;
    const slept = evidence("sleep.last", "Sleep, last night", [seconds, "s"], daysTo(day));
    const judged = seconds < LIMITS.shortNightS ? ", which is short" : "";
    return { text: `You slept ${say(slept)}${judged}.`, evidence: [slept] };
  },
  stress: ({ value }, day) => {
    const label = "Stress, last day measured";
    const stress = evidence("stress.judged", label, [value ?? 0, "score"], daysTo(day, 2));
    return { text: `Stress was ${say(stress)}${stressWord(stress.value)}.`, evidence: [stress] };
  },
};

/** In whole units, as the verdict above shows the same two. */
function againstUsual(
  id: string,
  name: string,
  unit: "ms" | "bpm",
  { value, baseline }: RecoveryContribution,
  day: LocalDate,
): Said {
  const now = evidence(
    `${id}.last`,
    `${name}, last night`,
    [Math.round(value ?? 0), unit],
    daysTo(day),
  );
  if (baseline === null) return { text: `${name} was ${say(now)}.`, evidence: [now] };
  const label = `${name}, your usual`;
  const usual = evidence(`${id}.baseline`, label, [Math.round(baseline), unit], daysTo(day));
  const gap = (now.value - usual.value) / usual.value;
  const side = Math.abs(gap) <= SAME ? "at" : gap > 0 ? "above" : "below";
  const text = `${name} was ${say(now)}, ${side} your usual ${say(usual)}.`;
  return { text, evidence: [now, usual] };
}

function stressWord(stress: number): string {
  if (stress < LIMITS.calmStress) return ", which is calm";
  return stress >= LIMITS.highStress ? ", which is high" : "";
}

const NAMES: Readonly<Record<RecoveryComponentName, string>> = {
  ...{ hrv: "HRV", rhr: "resting heart rate", sleep: "sleep", stress: "stress" },
};

function missingWords(missing: readonly RecoveryContribution[]): Said {
  const names = missing.map(({ component }) => NAMES[component]);
  const all = new Intl.ListFormat("en-GB").format(names);
  return { text: `Not measured: ${all}.`, evidence: [] };
}
