/**
 * The steady power that would have cost the body as much as the uneven one that was ridden.
 * NP-1, start rule (a): 30 s rolling mean, fourth power, mean, fourth root; from the first full window.
 * Reference: Coggan, in Allen & Coggan, "Training and Racing with a Power Meter" (2003).
 * Valid: 30 s of 1 Hz power or more; meaningful from 20 min, hidden by the interface under 5 min.
 */
import type { Channel } from "../activity/activity-types";

export const WINDOW_S = 30;
/** Up to here a pause lets the window decay with zeros, and a dropout is passed over. */
const BRIDGED_GAP_S = 30;

export type PowerMeans = {
  /** Null with no full 30 s window. */
  readonly normalizedPowerW: number | null;
  /** Zeros of coasting included; null without power. */
  readonly averagePowerW: number | null;
  readonly maximumPowerW: number | null;
  readonly workJ: number;
  /** Seconds with power while the timer ran. */
  readonly seconds: number;
};

/**
 * Normalized, average and maximum power and the work, in one pass. Seconds in which the timer
 * stands still are a pause, seconds without a value a dropout; either, when longer than 30 s,
 * empties the window, so that nothing is averaged across it.
 */
export function normalizedPower(power: Channel, timerOn: Uint8Array): PowerMeans {
  const window = new RollingFourthPower();
  let gap = 0;
  let paused = 0;
  let seconds = 0;
  let workJ = 0;
  let maximum = 0;
  for (let s = 0; s < power.values.length; s++) {
    if (timerOn[s] === 0 || power.valid[s] === 0) {
      gap++;
      if (timerOn[s] === 0) paused++;
      continue;
    }
    if (gap > 0) window.cross(gap, paused);
    gap = 0;
    paused = 0;
    const value = power.values[s] as number;
    window.push(value);
    workJ += value;
    seconds++;
    if (value > maximum) maximum = value;
  }
  return {
    normalizedPowerW: window.result(),
    averagePowerW: seconds > 0 ? workJ / seconds : null,
    maximumPowerW: seconds > 0 ? maximum : null,
    workJ,
    seconds,
  };
}

/** Fourth-power mean of the rolling mean; shared by power and graded speed. */
export class RollingFourthPower {
  private readonly ring = new Float64Array(WINDOW_S);
  private filled = 0;
  private next = 0;
  private sum = 0;
  private total = 0;
  private count = 0;

  push(value: number): void {
    this.sum += value - (this.ring[this.next] as number);
    this.ring[this.next] = value;
    this.next = this.next + 1 === WINDOW_S ? 0 : this.next + 1;
    if (this.filled < WINDOW_S) this.filled++;
    if (this.filled < WINDOW_S) return;
    const mean = this.sum / WINDOW_S;
    const square = mean * mean;
    this.total += square * square;
    this.count++;
  }

  /** Takes the window over `gap` seconds without a value, `paused` of them with the timer off. */
  cross(gap: number, paused: number): void {
    if (gap > BRIDGED_GAP_S) this.clear();
    else for (let i = 0; i < paused; i++) this.push(0);
  }

  private clear(): void {
    this.ring.fill(0);
    this.filled = 0;
    this.next = 0;
    this.sum = 0;
  }

  result(): number | null {
    return this.count > 0 ? (this.total / this.count) ** 0.25 : null;
  }
}
