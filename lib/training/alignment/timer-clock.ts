/**
 * A recording on the clock of its timer: pauses and stretches left out take no time.
 * Formula: none. Reference: SIG-2.
 * Valid: every recording; a recording whose timer never ran has no seconds.
 */
import type { Channel, Streams } from "../activity/activity-types";

export type TimerClock = {
  /** The elapsed second of each timer second. */
  readonly elapsed: Int32Array;
  /** Timer seconds before each elapsed second, and in total at the end. */
  readonly before: Int32Array;
};

export function timerClock({ timerOn, lengthS }: Pick<Streams, "timerOn" | "lengthS">): TimerClock {
  const before = new Int32Array(lengthS + 1);
  for (let s = 0; s < lengthS; s++) before[s + 1] = (before[s] as number) + (timerOn[s] ? 1 : 0);
  const elapsed = new Int32Array(before[lengthS] as number);
  for (let s = 0; s < lengthS; s++) if (timerOn[s]) elapsed[before[s] as number] = s;
  return { elapsed, before };
}

export function onClock(channel: Channel, { elapsed }: TimerClock): Channel {
  const values = new Float64Array(elapsed.length);
  const valid = new Uint8Array(elapsed.length);
  for (let t = 0; t < elapsed.length; t++) {
    values[t] = channel.values[elapsed[t] as number] as number;
    valid[t] = channel.valid[elapsed[t] as number] as number;
  }
  return { values, valid };
}

/** The timer second at an elapsed one, which may lie beyond the recording. */
export function timerAt({ before }: TimerClock, elapsedS: number): number {
  const second = Math.min(before.length - 1, Math.max(0, Math.round(elapsedS)));
  return before[second] as number;
}
