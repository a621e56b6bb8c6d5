/**
 * Seconds spent in each zone while the timer ran.
 * ZONE-1: a value at the boundary belongs to the zone above.
 * Reference: agrees with Garmin's stored seconds on 1 Hz files (science.md 19 lists the other convention).
 * Valid: ascending boundaries; seconds without a value are in no zone.
 */
import type { Channel, TimeInZone } from "../activity/activity-types";

export const TIME_IN_ZONE_FORMULA = "ZONE-1@1";

export function timeInZone(
  channel: Channel,
  timerOn: Uint8Array,
  boundaries: readonly number[],
  unit: string,
): TimeInZone {
  const limits = Float64Array.from(boundaries);
  const seconds = new Float64Array(limits.length + 1);
  for (let s = 0; s < channel.values.length; s++) {
    if (channel.valid[s] === 0 || timerOn[s] === 0) continue;
    const value = channel.values[s] as number;
    let zone = 0;
    while (zone < limits.length && value >= (limits[zone] as number)) zone++;
    seconds[zone] = (seconds[zone] as number) + 1;
  }
  return {
    boundaries: [...boundaries],
    seconds: [...seconds],
    unit,
    formula: TIME_IN_ZONE_FORMULA,
  };
}
