/**
 * The signals of the morning, each green, amber or red by itself.
 * RDY-S11: HRV -10/-20 %, resting HR +3/+5 bpm, sleep 7/5 h, TSB -15/-30, ACWR 1.3/1.5, RI 0.7 (2 days)/0.6, lasting signs 1/2.
 * Reference: Section 11 protocol (science.md 11); the limits of the check-in are a convention.
 * Valid: HRV and resting HR against the 7-day mean; what is unknown is "missing" and never judged.
 */
import { type GradedSignal, graded, missing } from "./graded-signal";
import { lastingSignal } from "./lasting-signal";
import type { LastingSigns } from "./lasting-signs";
import { recoveryIndex } from "./recovery-index";
import type { SignalColour } from "./recovery-types";

export const TRAINING_PHASES = ["base", "build", "peak", "taper", "race_week"] as const;
export type TrainingPhase = (typeof TRAINING_PHASES)[number];

/** Answers from 1 (worst) to 5 (best). */
export type CheckInAnswers = {
  readonly readiness: number;
  readonly soreness: number;
  readonly mood: number;
  readonly stress: number;
  readonly hasSymptoms: boolean;
};

export type ReadinessInput = {
  readonly hrvMs: number | null;
  /** Measured in its stead; only to say why there is no RMSSD. */
  readonly hrvSdnnMs?: number | null;
  readonly hrvMeanMs: number | null;
  readonly restingHrBpm: number | null;
  readonly restingHrMeanBpm: number | null;
  readonly sleepS: number | null;
  /** This morning's form: yesterday's CTL - ATL. */
  readonly tsb: number | null;
  /** Yesterday's CTL; absent where it is not known, and of mornings before RDY-S11@2. */
  readonly fitness?: number;
  /** Today excluded. */
  readonly startOfDayAcwr: number | null;
  /** RDY-BREAK, only where a break lies in the four weeks before. */
  readonly loadAfterBreak?: number;
  /** Absent where nothing of it is known, and of mornings before RDY-S11@2. */
  readonly lasting?: LastingSigns;
  /** Recovery index of yesterday, for "two days in a row". */
  readonly yesterdayRecoveryIndex: number | null;
  /** Null until the athlete has answered. */
  readonly checkIn: CheckInAnswers | null;
  /** An illness that was told of lasts; absent on all other days. */
  readonly isIll?: true;
  readonly phase: TrainingPhase;
};

export const LIMITS = {
  hrvChange: { amber: -0.1, red: -0.2 },
  restingHrRise: { amber: 3, red: 5 },
  sleepHours: { amber: 7, red: 5 },
  tsb: { amber: -15, amberInBuild: -20, red: -30 },
  /** Fatigue over fitness, as a share of it: deep also for whose fitness is low. */
  overFitness: 0.3,
  acwr: { amber: 1.3, red: 1.5 },
  recoveryIndex: { amber: 0.7, red: 0.6 },
  feel: { amber: 3, red: 2 },
} as const;

export function readinessSignals(input: ReadinessInput): GradedSignal[] {
  return [
    hrvSignal(input),
    restingHrSignal(input),
    sleepSignal(input),
    tsbSignal(input),
    acwrSignal(input),
    recoveryIndexSignal(input),
    lastingSignal(input.lasting),
    feelSignal(input),
    symptomsSignal(input),
  ];
}

/** HRV against the 7-day mean, as a fraction: -0.1 = 10 % under. */
export function hrvChange({ hrvMs, hrvMeanMs }: ReadinessInput): number | null {
  return hrvMs !== null && hrvMeanMs !== null && hrvMeanMs > 0 ? hrvMs / hrvMeanMs - 1 : null;
}

export function inputRecoveryIndex(input: ReadinessInput): number | null {
  return recoveryIndex(input.hrvMs, input.hrvMeanMs, input.restingHrBpm, input.restingHrMeanBpm);
}

/** Days off make the four-week mean too small: after a break the smaller ratio counts. */
export function loadRatioOf({ startOfDayAcwr, loadAfterBreak }: ReadinessInput): number | null {
  return startOfDayAcwr === null
    ? null
    : Math.min(startOfDayAcwr, loadAfterBreak ?? startOfDayAcwr);
}

export function feelOf(checkIn: CheckInAnswers): number {
  const mean = (checkIn.readiness + checkIn.soreness + checkIn.mood + checkIn.stress) / 4;
  return Math.min(mean, checkIn.readiness + 0.5);
}

function hrvSignal(input: ReadinessInput): GradedSignal {
  const threshold = "amber at 10 %, red at 20 % under the 7-day mean";
  const change = hrvChange(input);
  if (input.hrvMs === null && typeof input.hrvSdnnMs === "number") {
    return missing("hrv", threshold, "HRV is known as SDNN only, which is not RMSSD");
  }
  if (change === null || input.hrvMs === null) {
    return missing("hrv", threshold, "HRV or its 7-day mean is not known");
  }
  const colour = colourBelow(round(change), LIMITS.hrvChange);
  const percent = Math.round(Math.abs(change) * 100);
  const side = percent === 0 ? "at" : `${percent} % ${change < 0 ? "under" : "over"}`;
  const text = `HRV ${Math.round(input.hrvMs)} ms, ${side} your 7-day mean`;
  return graded("hrv", colour, input.hrvMs, threshold, text, change / LIMITS.hrvChange.red);
}

function restingHrSignal({ restingHrBpm, restingHrMeanBpm }: ReadinessInput): GradedSignal {
  const threshold = "amber at 3 bpm, red at 5 bpm over the 7-day mean";
  if (restingHrBpm === null || restingHrMeanBpm === null) {
    return missing("rhr", threshold, "Resting heart rate or its 7-day mean is not known");
  }
  const rise = round(restingHrBpm - restingHrMeanBpm);
  const colour = colourBelow(-rise, {
    amber: -LIMITS.restingHrRise.amber,
    red: -LIMITS.restingHrRise.red,
  });
  const bpm = Math.round(Math.abs(rise));
  const side = bpm === 0 ? "at" : `${bpm} bpm ${rise > 0 ? "over" : "under"}`;
  const text = `Resting heart rate ${Math.round(restingHrBpm)} bpm, ${side} your 7-day mean`;
  return graded("rhr", colour, restingHrBpm, threshold, text, rise / LIMITS.restingHrRise.red);
}

function sleepSignal({ sleepS }: ReadinessInput): GradedSignal {
  const threshold = "amber under 7 h, red under 5 h";
  if (sleepS === null) return missing("sleep", threshold, "Sleep is not known");
  const hours = sleepS / 3600;
  const { amber, red } = LIMITS.sleepHours;
  const colour = hours < red ? "red" : hours < amber ? "amber" : "green";
  const strength = (amber - hours) / (amber - red);
  return graded("sleep", colour, hours, threshold, `${hoursText(sleepS)} of sleep`, strength);
}

function tsbSignal(input: ReadinessInput): GradedSignal {
  const { tsb, phase } = input;
  const amber = phase === "build" ? LIMITS.tsb.amberInBuild : LIMITS.tsb.amber;
  const threshold = `amber at ${signed(amber)}, red under ${signed(LIMITS.tsb.red)}`;
  if (tsb === null) return missing("tsb", threshold, "Form is not known");
  const colour = tsb < LIMITS.tsb.red ? "red" : tsb <= amber ? "amber" : "green";
  const over = overFitness(input);
  const share = over === null ? "" : `, fatigue ${Math.round(over * 100)} % over fitness`;
  const text = `Form ${signed(Math.round(tsb) || 0)} this morning${share}`;
  return graded("tsb", colour, tsb, threshold, text, tsb / LIMITS.tsb.red);
}

/** How far fatigue is over fitness, where that is much for this athlete; null else. */
export function overFitness({ tsb, fitness }: ReadinessInput): number | null {
  const over = tsb === null || !fitness ? 0 : -tsb / fitness;
  return over > LIMITS.overFitness ? over : null;
}

/** With a real minus, as everywhere on the screen. */
function signed(value: number): string {
  return String(value).replace("-", "−");
}

function acwrSignal(input: ReadinessInput): GradedSignal {
  const threshold = "amber at 1.3, red at 1.5";
  const ratio = loadRatioOf(input);
  if (ratio === null) {
    return missing("acwr", threshold, "Load ratio: fewer than 28 known days");
  }
  const { amber, red } = LIMITS.acwr;
  const colour = ratio >= red ? "red" : ratio >= amber ? "amber" : "green";
  const against =
    input.loadAfterBreak === ratio
      ? "what you are used to after your days off"
      : "your four-week average";
  const text = `This week's load is ${ratio.toFixed(2)} times ${against}`;
  return graded("acwr", colour, ratio, threshold, text, (ratio - 1) / (red - 1));
}

function recoveryIndexSignal(input: ReadinessInput): GradedSignal {
  const threshold = "amber under 0.7 two days in a row, red under 0.6";
  const index = inputRecoveryIndex(input);
  if (index === null) return missing("ri", threshold, "Recovery index needs HRV and resting HR");
  const { amber, red } = LIMITS.recoveryIndex;
  const isLasting =
    index < amber && input.yesterdayRecoveryIndex !== null && input.yesterdayRecoveryIndex < amber;
  const colour = index < red ? "red" : isLasting ? "amber" : "green";
  const text = `Recovery index ${index.toFixed(2)}`;
  return graded("ri", colour, index, threshold, text, (1 - index) / (1 - red));
}

function feelSignal({ checkIn }: ReadinessInput): GradedSignal {
  const threshold = "amber under 3, red under 2 of 5";
  if (checkIn === null) return missing("feel", threshold, "How you feel: no check-in yet");
  const feel = feelOf(checkIn);
  const { amber, red } = LIMITS.feel;
  const colour = feel < red ? "red" : feel < amber ? "amber" : "green";
  const text = `You rated this morning ${feel.toFixed(1)} of 5`;
  return graded("feel", colour, feel, threshold, text, amber - feel);
}

function symptomsSignal({ checkIn, isIll }: ReadinessInput): GradedSignal {
  const threshold = "red when any is reported";
  if (isIll) return graded("symptoms", "red", 1, threshold, "You have told of an illness", 10);
  if (checkIn === null) return missing("symptoms", threshold, "Illness: no check-in yet");
  return checkIn.hasSymptoms
    ? graded("symptoms", "red", 1, threshold, "You reported symptoms of illness", 10)
    : graded("symptoms", "green", 0, threshold, "No symptoms reported", 0);
}

/** For values that are worse the lower they are; a limit itself is already beyond. */
function colourBelow(value: number, limits: { amber: number; red: number }): SignalColour {
  if (value <= limits.red) return "red";
  return value <= limits.amber ? "amber" : "green";
}

/** So that 54 against 60 is exactly 10 % under. */
function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** "6 h 40", "7 h". */
export function hoursText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${String(rest).padStart(2, "0")}`}`;
}
