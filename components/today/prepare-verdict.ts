import { recoveryBand } from "@/lib/training/recovery/recovery-score";
import type {
  Decision,
  ReadinessDecision,
  RecoveryBand,
  RecoveryComponentName,
  RecoveryContribution,
  RecoveryScore,
} from "@/lib/training/recovery/recovery-types";
import { formatHours } from "@/lib/units/format-hours";

export type ContributionView = {
  readonly component: RecoveryComponentName;
  readonly name: string;
  /** 0-100; null when missing, with the reason in `note`. */
  readonly score: number | null;
  readonly tone: Decision;
  readonly note: string;
};

export type VerdictView = {
  readonly decision: Decision;
  readonly score: number | null;
  readonly band: RecoveryBand | null;
  /** "4 of 5 signals · solid". */
  readonly signals: string;
  /** At most two lines. */
  readonly reasons: readonly string[];
  /** Why there is no score; null when there is one. */
  readonly noScore: string | null;
  readonly contributions: readonly ContributionView[];
};

const NAMES: Readonly<Record<RecoveryComponentName, string>> = {
  hrv: "HRV",
  rhr: "Resting HR",
  sleep: "Sleep",
  stress: "Stress",
};
const SIGNALS = 5;
const BAND_TONE: Readonly<Record<RecoveryBand, Decision>> = {
  green: "go",
  yellow: "ease",
  red: "rest",
};

/** The morning's answer as it stands on the card. The fifth signal is the check-in. */
export function prepareVerdict(
  recovery: RecoveryScore,
  decision: ReadinessDecision,
  hasCheckIn: boolean,
): VerdictView {
  const present = recovery.contributions.filter((one) => one.score !== null);
  const count = present.length + (hasCheckIn ? 1 : 0);
  const confidence = recovery.confidence === null ? "" : ` · ${recovery.confidence}`;
  // Where there is no score, what it lacks; "learning 2 of 3" stands there.
  const plain = recovery.score === null ? recovery.missing : strongest(present);
  const reasons = decision.reasons.length > 0 ? decision.reasons : plain;
  return {
    decision: decision.decision,
    score: recovery.score,
    band: recovery.band,
    signals: `${count} of ${SIGNALS} signals${confidence}`,
    reasons: reasons.slice(0, 2).map(withoutStop),
    noScore: recovery.score === null ? (recovery.reason ?? "Too few signals for a score.") : null,
    contributions: recovery.contributions.map(contributionView),
  };
}

/** The measured value in words, "54 against 60 ms"; also used by the receipt. */
export function contributionText(one: RecoveryContribution): string {
  if (one.value === null) return one.reason ?? "not measured";
  if (one.baseline === null) return amount(one, one.value);
  // The unit once is enough: "70 against 64 ms".
  const unit = one.unit === "" || one.unit === "h" ? "" : ` ${one.unit}`;
  const value = amount(one, one.value).slice(0, unit === "" ? undefined : -unit.length);
  return `${value} against ${amount(one, one.baseline)}`;
}

export function componentName(component: RecoveryComponentName): string {
  return NAMES[component];
}

function contributionView(one: RecoveryContribution): ContributionView {
  return {
    component: one.component,
    name: NAMES[one.component],
    score: one.score,
    tone: one.score === null ? "ease" : BAND_TONE[recoveryBand(one.score)],
    note: one.score === null ? (one.reason ?? "not measured") : contributionText(one),
  };
}

/** On a plain go no rule speaks; then the two that carry most of the score do. */
function strongest(present: readonly RecoveryContribution[]): string[] {
  return [...present]
    .sort((a, b) => (b.score ?? 0) * b.weight - (a.score ?? 0) * a.weight)
    .slice(0, 2)
    .map((one) => `${NAMES[one.component]} ${contributionText(one)}`);
}

/** The rules speak in sentences; on the card a line is a clause. */
function withoutStop(sentence: string): string {
  return sentence.endsWith(".") ? sentence.slice(0, -1) : sentence;
}

function amount(one: RecoveryContribution, value: number): string {
  if (one.unit === "h") return formatHours(value * 3600);
  return one.unit === "" ? String(Math.round(value)) : `${Math.round(value)} ${one.unit}`;
}
