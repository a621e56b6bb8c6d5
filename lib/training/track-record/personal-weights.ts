/**
 * Weights of the recovery score that fit how this athlete feels, where they do so better than REC-1's own.
 * TRK-W: of all weights inside the bounds, those whose score ranks the mornings most as the check-ins do;
 * proposed only when that holds on mornings that they were not fitted on.
 * Reference: blocked cross-validation, Bergmeir & Benítez 2012 (Inf Sci 191:192); bounds and gains are conventions.
 * Valid: 60 mornings and more with a check-in and all four parts of the score.
 */
import { RECOVERY_WEIGHTS } from "../recovery/recovery-score";
import type { RecoveryComponentName, RecoveryWeights } from "../recovery/recovery-types";
import { rankCorrelation } from "./rank-correlation";

export const PERSONAL_WEIGHTS_FORMULA = "TRK-W@1";
export const MIN_MORNINGS = 60;
/** Weights are tried in steps of a twentieth. */
const STEPS = 20;
export const WEIGHT_BOUNDS: Readonly<Record<RecoveryComponentName, readonly [number, number]>> = {
  hrv: [0.2, 0.6],
  rhr: [0.15, 0.5],
  sleep: [0.1, 0.4],
  stress: [0.05, 0.25],
};
const BLOCKS = 5;
/** In how many blocks the fitted weights must be the better ones. */
const MIN_BLOCKS_WON = 4;
/** By how much the correlation on unseen mornings must rise. */
export const MIN_GAIN = 0.05;

export type FeltMorning = {
  /** Scores of the parts, 0-100. */
  readonly parts: RecoveryWeights;
  /** Felt readiness of the check-in, which stood before the score: 1 (worst) to 5. */
  readonly felt: number;
};

export type WeightsProposal = {
  readonly formula: string;
  readonly mornings: number;
  /** Null where REC-1's own stay: then `reason` says why. */
  readonly weights: RecoveryWeights | null;
  readonly reason: string | null;
  /** Mean rank correlation with the check-ins on unseen mornings; null before there are enough. */
  readonly correlation: { readonly own: number; readonly fitted: number } | null;
};

/** `mornings` in order of days: blocks are stretches of time. */
export function personalWeights(mornings: readonly FeltMorning[]): WeightsProposal {
  const kept = (reason: string, correlation: WeightsProposal["correlation"] = null) => ({
    ...{ formula: PERSONAL_WEIGHTS_FORMULA, mornings: mornings.length, weights: null },
    ...{ reason, correlation },
  });
  if (mornings.length < MIN_MORNINGS) {
    return kept(`Learning: ${mornings.length} of ${MIN_MORNINGS} mornings with a check-in.`);
  }
  const blocks = Array.from({ length: BLOCKS }, (_, block) => blockResult(mornings, block));
  const told = blocks.filter((block) => block !== null);
  if (told.length < BLOCKS) return kept("Your check-ins are too much alike to fit anything.");
  const mean = (read: (block: (typeof told)[number]) => number) =>
    told.reduce((sum, block) => sum + read(block), 0) / told.length;
  const correlation = { own: mean(({ own }) => own), fitted: mean(({ fitted }) => fitted) };
  const won = told.filter(({ own, fitted }) => fitted > own).length;
  const weights = fittedWeights(mornings);
  if (won < MIN_BLOCKS_WON || correlation.fitted - correlation.own < MIN_GAIN || !weights) {
    return kept("No other weights tell better how you feel.", correlation);
  }
  return { ...kept(""), weights, reason: null, correlation };
}

/** Fitted on all other mornings, held against this block's. */
function blockResult(
  mornings: readonly FeltMorning[],
  block: number,
): { readonly own: number; readonly fitted: number } | null {
  const from = Math.round((block * mornings.length) / BLOCKS);
  const to = Math.round(((block + 1) * mornings.length) / BLOCKS);
  const weights = fittedWeights([...mornings.slice(0, from), ...mornings.slice(to)]);
  const unseen = mornings.slice(from, to);
  const own = agreement(unseen, RECOVERY_WEIGHTS);
  const fitted = weights && agreement(unseen, weights);
  return own === null || fitted === null ? null : { own, fitted };
}

/** Of equal ones those that are nearest to REC-1's. */
function fittedWeights(mornings: readonly FeltMorning[]): RecoveryWeights | null {
  let best: { weights: RecoveryWeights; value: number } | null = null;
  for (const weights of CANDIDATES) {
    const value = agreement(mornings, weights);
    if (value !== null && (best === null || value > best.value + 1e-12)) best = { weights, value };
  }
  return best?.weights ?? null;
}

function agreement(mornings: readonly FeltMorning[], weights: RecoveryWeights): number | null {
  return rankCorrelation(
    mornings.map(({ parts, felt }) => {
      const { hrv, rhr, sleep, stress } = weights;
      const score = hrv * parts.hrv + rhr * parts.rhr + sleep * parts.sleep + stress * parts.stress;
      return [score, felt] as const;
    }),
  );
}

const CANDIDATES: readonly RecoveryWeights[] = candidates();

function candidates(): RecoveryWeights[] {
  const found: RecoveryWeights[] = [];
  const range = (name: RecoveryComponentName) => {
    const [low, high] = WEIGHT_BOUNDS[name].map((bound) => Math.round(bound * STEPS));
    return Array.from({ length: (high ?? 0) - (low ?? 0) + 1 }, (_, i) => (low ?? 0) + i);
  };
  for (const hrv of range("hrv"))
    for (const rhr of range("rhr"))
      for (const sleep of range("sleep")) {
        const stress = STEPS - hrv - rhr - sleep;
        if (!range("stress").includes(stress)) continue;
        found.push({
          hrv: hrv / STEPS,
          rhr: rhr / STEPS,
          sleep: sleep / STEPS,
          stress: stress / STEPS,
        });
      }
  return found.sort((a, b) => distance(a) - distance(b));
}

function distance(weights: RecoveryWeights): number {
  const names = Object.keys(RECOVERY_WEIGHTS) as RecoveryComponentName[];
  return names.reduce((sum, name) => sum + (weights[name] - RECOVERY_WEIGHTS[name]) ** 2, 0);
}
