/**
 * How recovered the body is this morning, 0-100, against the athlete's own last week.
 * REC-1: (0.40 HRV + 0.30 resting HR + 0.20 sleep + 0.10 stress) x load factor, over what is known.
 * Reference: the product's own definition (science.md 11).
 * Valid: 40 % of the weight or more, with HRV or resting HR among it; else null with the reason.
 */
import { type LinePoints, piecewiseLinear } from "./piecewise-linear";
import type {
  ConfidenceWord,
  RecoveryBand,
  RecoveryComponentName,
  RecoveryContribution,
  RecoveryScore,
  RecoveryWeights,
} from "./recovery-types";
import { type Baseline, MIN_BASELINE_DAYS } from "./trailing-baseline";
import { weightedScore } from "./weighted-score";

export const RECOVERY_FORMULA = "REC-1@1";
/** The same with weights that the athlete took as their own (TRK-W). */
export const OWN_WEIGHTS_FORMULA = "REC-1@1 own weights";

export const RECOVERY_WEIGHTS = {
  hrv: 0.4,
  rhr: 0.3,
  sleep: 0.2,
  stress: 0.1,
} as const satisfies RecoveryWeights;

/** HRV and resting HR: change against the baseline in percent → score. */
const HRV_POINTS: LinePoints = [
  [-20, 0],
  [-10, 50],
  [10, 100],
];
const RESTING_HR_POINTS: LinePoints = [
  [-5, 100],
  [0, 50],
  [10, 0],
];
/** Hours slept → score; above 10 h our own choice, the definition is silent. */
const SLEEP_HOURS_POINTS: LinePoints = [
  [5, 30],
  [6, 70],
  [7, 100],
  [10, 100],
  [12, 70],
];
const SLEEP_DURATION_SHARE = 0.6;
const SLEEP_QUALITY_SHARE = 0.4;

/** Start-of-day ACWR above → factor, strictest first. */
const LOAD_FACTORS = [
  { above: 1.5, factor: 0.8 },
  { above: 1.3, factor: 0.9 },
] as const;

/** HRV-1: the two are never mixed nor converted. */
export const SDNN_CODE = "rmssd_missing_sdnn_available";
const SDNN_REASON =
  "HRV: your device gives it as SDNN, the score needs RMSSD, and one cannot be had from the other.";

export const RECOVERY_BANDS = { green: 80, yellow: 50, red: 0 } as const;
const MIN_COVERAGE = 0.4;
const FAIR_COVERAGE = 0.7;
const SOLID_COVERAGE = 0.9;
const SOLID_BASELINE_DAYS = 5;
/** Keeps 0.3 + 0.1 from falling under 0.4 by rounding in the last bit. */
const EPSILON = 1e-9;

export type RecoveryInput = {
  /** RMSSD. */
  readonly hrvMs: number | null;
  /** Measured in its stead; only to say why there is no RMSSD. */
  readonly hrvSdnnMs?: number | null;
  readonly hrvBaseline: Baseline;
  readonly restingHrBpm: number | null;
  readonly restingHrBaseline: Baseline;
  readonly sleepS: number | null;
  /** The source's own 0-100. */
  readonly sleepQuality: number | null;
  /** 0-100, last night or the day before; negative codes mean "not measured". */
  readonly stressAvg: number | null;
  /** Today excluded; null with fewer than 28 known days. */
  readonly startOfDayAcwr: number | null;
  /** The athlete's own; absent: REC-1's. */
  readonly weights?: RecoveryWeights;
};

export function recoveryScore(input: RecoveryInput): RecoveryScore {
  const parts = [hrvPart(input), restingHrPart(input), sleepPart(input), stressPart(input)];
  const scores = Object.fromEntries(parts.map((part) => [part.component, part.score])) as Record<
    RecoveryComponentName,
    number | null
  >;
  const weights = input.weights ?? RECOVERY_WEIGHTS;
  const { total, coverage } = weightedScore(scores, weights);
  const contributions = parts.map((part) => ({
    ...part,
    weight: part.score === null ? 0 : weights[part.component] / coverage,
  }));
  const loadFactor = loadFactorOf(input.startOfDayAcwr);
  const missing = parts.flatMap((part) => (part.reason ? [part.reason] : []));
  if (input.startOfDayAcwr === null) missing.push(NO_ADJUSTMENT);
  const formula = input.weights ? OWN_WEIGHTS_FORMULA : RECOVERY_FORMULA;
  const common = { contributions, coverage, loadFactor, missing, formula };
  const reason = refusal(scores, coverage);
  if (total === null || reason !== null) {
    return { score: null, band: null, confidence: null, ...common, reason: reason ?? NOTHING };
  }
  const score = total * loadFactor;
  return { score, band: recoveryBand(score), confidence: confidence(input, coverage), ...common };
}

const NOTHING = "Nothing was measured last night.";
const NO_ADJUSTMENT = "Training load: fewer than 28 known days, no adjustment.";

function refusal(
  scores: Record<RecoveryComponentName, number | null>,
  coverage: number,
): string | null {
  if (coverage === 0) return NOTHING;
  if (scores.hrv === null && scores.rhr === null) {
    return "Neither HRV nor resting heart rate can be judged this morning.";
  }
  if (coverage >= MIN_COVERAGE - EPSILON) return null;
  return `Only ${Math.round(coverage * 100)} % of the score's weight is known this morning.`;
}

/** The band of the number as it is shown, so that 79.6 is 80 and green. */
export function recoveryBand(score: number): RecoveryBand {
  const shown = Math.round(score);
  if (shown >= RECOVERY_BANDS.green) return "green";
  return shown >= RECOVERY_BANDS.yellow ? "yellow" : "red";
}

function loadFactorOf(acwr: number | null): number {
  if (acwr === null) return 1;
  return LOAD_FACTORS.find(({ above }) => acwr > above)?.factor ?? 1;
}

function confidence(input: RecoveryInput, coverage: number): ConfidenceWord {
  const days = Math.min(
    input.hrvBaseline.mean === null ? SOLID_BASELINE_DAYS : input.hrvBaseline.days,
    input.restingHrBaseline.mean === null ? SOLID_BASELINE_DAYS : input.restingHrBaseline.days,
  );
  if (coverage >= SOLID_COVERAGE && days >= SOLID_BASELINE_DAYS) return "solid";
  return coverage >= FAIR_COVERAGE - EPSILON ? "fair" : "thin";
}

type Part = Omit<RecoveryContribution, "weight">;

function hrvPart({ hrvMs, hrvSdnnMs, hrvBaseline }: RecoveryInput): Part {
  const value = hrvMs !== null && hrvMs > 0 ? hrvMs : null;
  const part = againstBaseline("hrv", "HRV", "ms", value, hrvBaseline, HRV_POINTS);
  const isSdnnOnly = value === null && typeof hrvSdnnMs === "number";
  return isSdnnOnly ? { ...part, reason: SDNN_REASON, reasonCode: SDNN_CODE } : part;
}

function restingHrPart({ restingHrBpm, restingHrBaseline }: RecoveryInput): Part {
  const value = restingHrBpm !== null && restingHrBpm > 0 ? restingHrBpm : null;
  return againstBaseline(
    "rhr",
    "Resting heart rate",
    "bpm",
    value,
    restingHrBaseline,
    RESTING_HR_POINTS,
  );
}

function againstBaseline(
  component: RecoveryComponentName,
  label: string,
  unit: string,
  value: number | null,
  { mean, days }: Baseline,
  points: LinePoints,
): Part {
  const part = { component, value, baseline: mean, unit };
  if (value === null) return { ...part, score: null, reason: `${label}: not measured.` };
  if (mean === null || mean <= 0) {
    return { ...part, score: null, reason: `${label}: learning ${days} of ${MIN_BASELINE_DAYS}.` };
  }
  return { ...part, score: piecewiseLinear((value / mean - 1) * 100, points) };
}

function sleepPart({ sleepS, sleepQuality }: RecoveryInput): Part {
  const hours = sleepS !== null && sleepS > 0 ? sleepS / 3600 : null;
  const part = { component: "sleep", value: hours, baseline: null, unit: "h" } as const;
  if (hours === null) return { ...part, score: null, reason: "Sleep: not measured." };
  const duration = piecewiseLinear(hours, SLEEP_HOURS_POINTS);
  if (sleepQuality === null) return { ...part, score: duration };
  return {
    ...part,
    score: SLEEP_DURATION_SHARE * duration + SLEEP_QUALITY_SHARE * sleepQuality,
  };
}

function stressPart({ stressAvg }: RecoveryInput): Part {
  const value = stressAvg !== null && stressAvg >= 0 ? stressAvg : null;
  const part = { component: "stress", value, baseline: null, unit: "" } as const;
  if (value === null) return { ...part, score: null, reason: "Stress: not measured." };
  return { ...part, score: 100 - value };
}
