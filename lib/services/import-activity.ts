import "server-only";
import { adoptActivity } from "@/db/mutations/adopt-activity";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { saveRecording } from "@/db/mutations/save-recording";
import { findOverlappingActivity } from "@/db/queries/find-overlapping-activity";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";
import { activeEdits } from "./active-edits";
import type { AnalysedActivity } from "./analyse-recording";
import { firstRecordingRow, recordingRow } from "./recording-row";
import { saveRecorded } from "./save-recorded";

type Input = {
  readonly analysed: AnalysedActivity;
  readonly sourceFileId: string;
  readonly sessionIndex: number;
  readonly isPartial: boolean;
  /** The same recording as it is with the athlete's edits. */
  withEdits(edits: readonly ActivityEdit[]): Promise<AnalysedActivity>;
};

type Result =
  | {
      readonly activityId: string;
      /** Where it is now, and where a part of it was before. */
      readonly days: readonly LocalDate[];
      readonly duplicateOf?: undefined;
    }
  | { readonly duplicateOf: string };

/**
 * Saves one recorded activity with everything computed from it. One that the athlete already
 * has from another file (SIG-8) gets this one as a further recording, combined later; a whole
 * recording takes the place of a part of it at once. Edits are kept.
 */
export async function importActivity(tx: AthleteTx, input: Input): Promise<Result> {
  const { analysed, withEdits, ...session } = input;
  const { recorded, startedAt, day } = analysed;
  const other = await findOverlappingActivity(tx, {
    sport: recorded.sport,
    startedAt,
    elapsedS: recorded.elapsedS,
    utcOffsetS: analysed.columns.utcOffsetS,
    exceptSourceFileId: session.sourceFileId,
    sessionIndex: session.sessionIndex,
  });
  const isCompletion = other?.isPartial === true && !session.isPartial;
  if (other && !isCompletion) {
    await saveRecording(tx, { ...recordingRow(analysed), ...session, activityId: other.id });
    return { duplicateOf: other.id };
  }
  if (other) await lockAthlete(tx);
  if (other) await adoptActivity(tx, other.id, session);
  const edits = other ? await activeEdits(tx, other.id) : [];
  const whole = edits.length > 0 ? await withEdits(edits) : analysed;
  const id = await saveRecorded(tx, whole, session);
  const row = other === null ? firstRecordingRow(analysed) : recordingRow(analysed);
  await saveRecording(tx, { ...row, coverage: analysed.coverage, ...session, activityId: id });
  return { activityId: id, days: other ? [day, other.day] : [day] };
}
