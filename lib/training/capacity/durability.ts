/**
 * What is left of the best powers once work has been done: how well they last.
 * DUR-1: mean-maximal curve of what follows the first 0, 10, … 50 kJ per kg of body weight.
 * Reference: the kJ/kg steps of Vekta; decline after prior work in amateurs: PMC12243304.
 * Valid: power and weight known; a step that was not reached, or left under a minute, has no curve.
 */
import type { Channel } from "../activity/activity-types";
import { type MeanMaximalCurve, meanMaximalCurve } from "./mean-maximal-curve";

export const WORK_STEPS_KJ_PER_KG = [0, 10, 20, 30, 40, 50] as const;
const SHORTEST_S = 60;

/** Why a ride has no curve after work, in words for the athlete; null when it can have one. */
export function whyNoDurability(workKj: number | null, weightKg: number | null): string | null {
  if (workKj === null) return "No power was recorded.";
  if (weightKg === null)
    return "Body weight is not known on this day: set it among the thresholds in Settings.";
  const [, first] = WORK_STEPS_KJ_PER_KG;
  const neededKj = first * weightKg;
  if (workKj >= neededKj) return null;
  return `It takes ${first} kJ per kg of body weight, ${Math.round(neededKj)} kJ for you; this ride had ${Math.round(workKj)} kJ.`;
}

export type FatiguedCurve = {
  readonly afterKjPerKg: number;
  /** Second from which the curve is taken. */
  readonly fromS: number;
  readonly curve: MeanMaximalCurve;
};

export function durability(power: Channel, weightKg: number): FatiguedCurve[] {
  if (!(weightKg > 0)) return [];
  const { values, valid } = power;
  const curves: FatiguedCurve[] = [];
  let workJ = 0;
  let step = 0;
  for (let s = 0; s < values.length && step < WORK_STEPS_KJ_PER_KG.length; s++) {
    const afterKjPerKg = WORK_STEPS_KJ_PER_KG[step] as number;
    if (workJ >= afterKjPerKg * weightKg * 1000) {
      if (values.length - s < SHORTEST_S) break;
      const rest = { values: values.subarray(s), valid: valid.subarray(s) };
      curves.push({ afterKjPerKg, fromS: s, curve: meanMaximalCurve(rest, "zero") });
      step++;
    }
    if (valid[s] === 1) workJ += values[s] as number;
  }
  return curves;
}
