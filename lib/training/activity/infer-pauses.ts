/**
 * Pauses of a file that tells the timer's total but not when the timer stood still.
 * SIG-1, SIG-2: the recording gaps, longest first, until the missing time is explained.
 * Reference: science.md 0 (gap = more than four medians).
 * Valid: used only when the file lists no pause and elapsed - timer exceeds five seconds.
 */
import type { TimerPause } from "./activity-types";
import { GAP_FACTOR, recordingInterval } from "./recording-interval";

const UNEXPLAINED_S = 5;

export function inferPauses(timeS: Float64Array, elapsedS: number, timerS: number): TimerPause[] {
  const interval = recordingInterval(timeS)?.medianS ?? null;
  let unexplained = elapsedS - timerS;
  if (interval === null || timerS <= 0 || unexplained <= UNEXPLAINED_S) return [];
  const gaps: TimerPause[] = [];
  for (let i = 1; i < timeS.length; i++) {
    const fromS = (timeS[i - 1] as number) + interval;
    const toS = timeS[i] as number;
    if (toS - fromS > (GAP_FACTOR - 1) * interval) gaps.push({ fromS, toS });
  }
  gaps.sort((a, b) => b.toS - b.fromS - (a.toS - a.fromS));
  const pauses: TimerPause[] = [];
  for (const gap of gaps) {
    const length = gap.toS - gap.fromS;
    if (length > unexplained + UNEXPLAINED_S) continue;
    pauses.push(gap);
    unexplained -= length;
    if (unexplained <= UNEXPLAINED_S) break;
  }
  return pauses.sort((a, b) => a.fromS - b.fromS);
}
