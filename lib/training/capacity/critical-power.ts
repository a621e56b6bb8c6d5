/**
 * The power that can be held for long, and the work that can be done above it.
 * CP-2: P = W'/t + CP, by least squares on work over time or on power over inverse time.
 * Reference: Monod & Scherrer (1965), "The work capacity of a synergic muscular group".
 * Valid: all-out efforts of 2 to 20 min; two different durations at least, else null.
 */
import { linearFit } from "./linear-fit";

export type Effort = { readonly durationS: number; readonly powerW: number };

/** The two ways to make the curve a line; on noisy data they differ, so the result names its own. */
export const CRITICAL_POWER_METHODS = ["work-time", "inverse-time"] as const;
export type CriticalPowerMethod = (typeof CRITICAL_POWER_METHODS)[number];

export type CriticalPower = {
  readonly criticalPowerW: number;
  readonly wPrimeJ: number;
  readonly method: CriticalPowerMethod;
};

export function criticalPower(
  efforts: readonly Effort[],
  method: CriticalPowerMethod = "work-time",
): CriticalPower | null {
  if (method === "work-time") {
    const line = linearFit(
      efforts.map(({ durationS }) => durationS),
      efforts.map(({ durationS, powerW }) => durationS * powerW),
    );
    return line && { criticalPowerW: line.slope, wPrimeJ: line.intercept, method };
  }
  const line = linearFit(
    efforts.map(({ durationS }) => 1 / durationS),
    efforts.map(({ powerW }) => powerW),
  );
  return line && { criticalPowerW: line.intercept, wPrimeJ: line.slope, method };
}

/** The best power for a time by the two-parameter model, in W. */
export function criticalPowerCurve(
  { criticalPowerW, wPrimeJ }: Pick<CriticalPower, "criticalPowerW" | "wPrimeJ">,
  durationS: number,
): number {
  return wPrimeJ / durationS + criticalPowerW;
}
