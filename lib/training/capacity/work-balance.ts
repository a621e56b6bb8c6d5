/**
 * W' balance of an activity, told in what matters: how low it went, when, and how often it was drawn on.
 * WB-diff second by second; a match is a stretch above CP that takes 2 kJ or more; 500 J or less counts as empty.
 * Reference: science.md 14; matches and the limit of emptiness after GoldenCheetah's conventions.
 * Valid: as w-prime-balance; below -30 kJ critical power is plainly set too low and nothing is told.
 */
import type { Channel } from "../activity/activity-types";
import type { CriticalPower } from "./critical-power";
import { wPrimeBalance } from "./w-prime-balance";

const MATCH_J = 2000;
const EMPTY_J = 500;
const ABSURD_J = -30_000;

export type WorkBalance = {
  /** J at the end of each second, with a value wherever the activity has one. */
  readonly balance: Channel;
  readonly lowestJ: number;
  /** Second at which it was lowest. */
  readonly lowestAtS: number;
  readonly matches: number;
  readonly isEmptied: boolean;
};

/** Null when the balance says nothing: see Valid. */
export function workBalance(
  power: Channel,
  { criticalPowerW, wPrimeJ }: Pick<CriticalPower, "criticalPowerW" | "wPrimeJ">,
): WorkBalance | null {
  const values = wPrimeBalance(power, criticalPowerW, wPrimeJ);
  if (values === null || values.length === 0) return null;
  let lowestAtS = 0;
  for (let s = 1; s < values.length; s++) {
    if ((values[s] as number) < (values[lowestAtS] as number)) lowestAtS = s;
  }
  const lowestJ = values[lowestAtS] as number;
  if (lowestJ < ABSURD_J) return null;
  return {
    balance: { values, valid: new Uint8Array(values.length).fill(1) },
    lowestJ,
    lowestAtS,
    matches: matchesOf(power, criticalPowerW),
    isEmptied: lowestJ <= EMPTY_J,
  };
}

function matchesOf({ values, valid }: Channel, criticalPowerW: number): number {
  let matches = 0;
  let spentJ = 0;
  for (let s = 0; s <= values.length; s++) {
    const excess = valid[s] === 1 ? (values[s] as number) - criticalPowerW : -1;
    if (excess > 0) {
      spentJ += excess;
      continue;
    }
    if (spentJ >= MATCH_J) matches++;
    spentJ = 0;
  }
  return matches;
}
