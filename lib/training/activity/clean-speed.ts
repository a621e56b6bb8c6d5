/**
 * Speed on foot without the car ride home: a watch that was not stopped, or a position that jumped.
 * SIG-2: a stretch above 7 m/s that touches 12.5 m/s somewhere is left out.
 * Reference: the fastest sprint on record reached some 12.4 m/s; the lower limit is a convention.
 * Valid: running, walking and hiking at 1 Hz; the activity's distance is left as the device says.
 */
import { FASTEST_RUNNER_MPS } from "../race/best-efforts";
import type { Channel, QualityNote } from "./activity-types";

const VEHICLE_MPS = 7;

export function cleanSpeed(speed: Channel): { channel: Channel; notes: QualityNote[] } {
  const valid = speed.valid.slice();
  let removed = 0;
  for (let s = 0; s < valid.length; s++) {
    if (valid[s] === 0 || (speed.values[s] as number) <= FASTEST_RUNNER_MPS) continue;
    let from = s;
    while (from > 0 && isFast(speed, from - 1) && valid[from - 1] === 1) from--;
    let to = s + 1;
    while (to < valid.length && isFast(speed, to)) to++;
    valid.fill(0, from, to);
    removed += to - from;
    s = to - 1;
  }
  const notes: QualityNote[] = [];
  if (removed > 0) {
    notes.push({
      code: "speed_of_a_vehicle",
      severity: "warning",
      text: `${removed} s are faster than anyone runs and do not count for pace; the distance still includes them.`,
    });
  }
  return { channel: { values: speed.values, valid }, notes };
}

function isFast(speed: Channel, s: number): boolean {
  return speed.valid[s] === 1 && (speed.values[s] as number) > VEHICLE_MPS;
}
