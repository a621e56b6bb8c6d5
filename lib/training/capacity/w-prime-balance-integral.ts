/**
 * What is left of the work above critical power, by the older model that recovers all the time.
 * WB-int: I = I exp(-1 / tau) + max(0, P - CP), W = W' - I, tau = 546 exp(-0.01 D) + 316,
 * D = CP - mean power of the seconds below CP.
 * Reference: Skiba, Chidnok, Vanhatalo & Jones, "Modeling the expenditure and reconstitution of work
 * capacity above critical power" (2012).
 * Valid: as the differential form; also recovers while working above CP, so ours is the other one.
 */
import type { Channel } from "../activity/activity-types";

/** Seconds; the recovery slows as the easy parts come nearer to CP. */
export function wPrimeTimeConstant(power: Channel, criticalPowerW: number): number {
  let sum = 0;
  let seconds = 0;
  for (let s = 0; s < power.values.length; s++) {
    const value = power.valid[s] === 1 ? (power.values[s] as number) : 0;
    if (value >= criticalPowerW) continue;
    sum += value;
    seconds++;
  }
  const below = seconds > 0 ? criticalPowerW - sum / seconds : 0;
  return 546 * Math.exp(-0.01 * below) + 316;
}

/** Balance in J at the end of each second. */
export function wPrimeBalanceIntegral(
  power: Channel,
  criticalPowerW: number,
  wPrimeJ: number,
  timeConstantS: number = wPrimeTimeConstant(power, criticalPowerW),
): Float64Array {
  const kept = Math.exp(-1 / timeConstantS);
  const balance = new Float64Array(power.values.length);
  let spent = 0;
  for (let s = 0; s < balance.length; s++) {
    const value = power.valid[s] === 1 ? (power.values[s] as number) : 0;
    spent = spent * kept + Math.max(0, value - criticalPowerW);
    balance[s] = wPrimeJ - spent;
  }
  return balance;
}
