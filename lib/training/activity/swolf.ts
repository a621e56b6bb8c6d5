/**
 * Strokes and seconds of a pool length together: fewer is more economical in one and the same pool.
 * SWIM-3: mean over swum lengths of strokes + seconds.
 * Reference: the usual definition ("swim golf").
 * Valid: lengths whose strokes were counted; comparable in pools of one length only.
 */
import type { RecordedLength } from "./activity-types";

export function swolf(lengths: readonly RecordedLength[]): number | null {
  let sum = 0;
  let count = 0;
  for (const { isActive, strokes, durationS } of lengths) {
    if (!isActive || strokes === null || strokes <= 0) continue;
    sum += strokes + durationS;
    count++;
  }
  return count > 0 ? sum / count : null;
}
