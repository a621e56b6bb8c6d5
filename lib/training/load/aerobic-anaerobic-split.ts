/**
 * What part of the stress was aerobic and what part anaerobic, by how far power stood from CP.
 * XP-2: sum over seconds of a exp(b exp(c P / CP)), two sets of constants; an hour at CP is 100 aerobic.
 * Reference: the aTISS and anTISS of GoldenCheetah's metrics.
 * Valid: 1 Hz power and CP above 0; no power is no stress, a missing second is left out.
 */
import type { Channel } from "../activity/activity-types";

const AEROBIC = { a: 0.663788683661645, b: -7.5095428451195, c: -0.86118031563782 } as const;
const ANAEROBIC = { a: 0.238923886004611, b: -61.849, c: -1.73549567522521 } as const;

export type StressSplit = {
  readonly aerobic: number;
  readonly anaerobic: number;
  /** Anaerobic part of both, 0 to 1. */
  readonly anaerobicShare: number;
};

/** Null without a second of power above 0 or without CP. */
export function aerobicAnaerobicSplit(
  power: Channel,
  timerOn: Uint8Array,
  criticalPowerW: number,
): StressSplit | null {
  if (!(criticalPowerW > 0)) return null;
  let aerobic = 0;
  let anaerobic = 0;
  for (let s = 0; s < power.values.length; s++) {
    const value = power.values[s] as number;
    if (timerOn[s] === 0 || power.valid[s] === 0 || value <= 0) continue;
    const share = value / criticalPowerW;
    aerobic += stress(AEROBIC, share);
    anaerobic += stress(ANAEROBIC, share);
  }
  const both = aerobic + anaerobic;
  return both > 0 ? { aerobic, anaerobic, anaerobicShare: anaerobic / both } : null;
}

function stress({ a, b, c }: { a: number; b: number; c: number }, share: number): number {
  return a * Math.exp(b * Math.exp(c * share));
}
