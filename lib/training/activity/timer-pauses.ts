/**
 * When the device's timer stood still: as the file says, else as its recording gaps tell.
 * SIG-1, SIG-2. Reference: science.md 0.
 * Valid: every recorded activity; a guess comes with a note.
 */
import type { QualityNote, RecordedActivity, TimerPause } from "./activity-types";
import { inferPauses } from "./infer-pauses";

export function timerPauses(
  recorded: Pick<RecordedActivity, "pauses" | "samples" | "elapsedS" | "timerS">,
): { pauses: readonly TimerPause[]; notes: QualityNote[] } {
  if (recorded.pauses.length > 0) return { pauses: recorded.pauses, notes: [] };
  const pauses = inferPauses(recorded.samples.timeS, recorded.elapsedS, recorded.timerS);
  return { pauses, notes: pauses.length > 0 ? [inferredPausesNote(pauses.length)] : [] };
}

function inferredPausesNote(count: number): QualityNote {
  const gaps =
    count === 1
      ? "one recording gap was taken as a pause"
      : `${count} recording gaps were taken as pauses`;
  return {
    code: "pauses_inferred",
    severity: "info",
    text: `The file does not say when the timer stood still; ${gaps}.`,
  };
}
