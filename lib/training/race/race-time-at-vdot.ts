/**
 * The time over a distance that goes with a VDOT: the inverse of VDOT.
 * VDOT, by bisection over the times for which the formula holds.
 * Reference: Daniels & Gilbert, "Oxygen Power" (1979).
 * Valid: results of 3.5 to 240 min; null when the time would lie outside.
 */
import { vdot } from "./vdot";

const SHORTEST_S = 210;
const LONGEST_S = 14_400;
const EXACT_S = 0.001;

/** Seconds. */
export function raceTimeAtVdot(value: number, distanceM: number): number | null {
  // A longer time over the same distance is a lower VDOT; outside of the valid speeds there is none.
  let fast = Math.max(SHORTEST_S, (distanceM / 1000) * 60);
  let slow = Math.min(LONGEST_S, (distanceM / 50) * 60);
  const atFast = vdot(distanceM, fast);
  const atSlow = vdot(distanceM, slow);
  if (atFast === null || atSlow === null || value > atFast || value < atSlow) return null;
  while (slow - fast > EXACT_S) {
    const middle = (fast + slow) / 2;
    if ((vdot(distanceM, middle) ?? 0) > value) fast = middle;
    else slow = middle;
  }
  return (fast + slow) / 2;
}
