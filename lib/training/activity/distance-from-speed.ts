/**
 * Cumulative distance of a file that recorded speed only.
 * SIG-1: sum of speed over the seconds in which the timer runs; a missing second adds nothing.
 * Reference: definition.
 * Valid: 1 Hz speed in m/s.
 */
import type { Channel } from "./activity-types";

export function distanceFromSpeed(speed: Channel, timerOn: Uint8Array): Channel {
  const values = new Float64Array(speed.values.length);
  let total = 0;
  for (let s = 0; s < values.length; s++) {
    values[s] = total;
    if (speed.valid[s] === 1 && timerOn[s] === 1) total += speed.values[s] as number;
  }
  return { values, valid: new Uint8Array(values.length).fill(1) };
}
