import type { RecordedLap } from "../activity/activity-types";
import { type TimerClock, timerAt } from "./timer-clock";

const FINEST_S = 5;
const MOST_EDGES = 2500;

/** Every few seconds of the timer, first and last among them. */
export function evenEdges(lengthS: number): Int32Array {
  const step = Math.max(FINEST_S, Math.ceil(lengthS / MOST_EDGES));
  const count = Math.ceil(lengthS / step);
  return Int32Array.from({ length: count + 1 }, (_, i) => Math.min(lengthS, i * step));
}

/** Where laps begin and end, in timer seconds. */
export function lapEdges(laps: readonly RecordedLap[], clock: TimerClock): Int32Array {
  const ends = laps.flatMap(({ startS, elapsedS }) => [startS, startS + elapsedS]);
  const seconds = ends.map((second) => timerAt(clock, second));
  const all = new Set([0, ...seconds, clock.elapsed.length]);
  return Int32Array.from(all).sort();
}
