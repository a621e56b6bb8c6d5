import "server-only";
import { adoptActivity } from "@/db/mutations/adopt-activity";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { saveActivity } from "@/db/mutations/save-activity";
import { activityEdits } from "@/db/queries/activity-edits";
import { findOverlappingActivity } from "@/db/queries/find-overlapping-activity";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AnalysedActivity } from "./analyse-recording";
import { storeFindings } from "./store-findings";

type Input = {
  readonly analysed: AnalysedActivity;
  readonly sourceFileId: string;
  readonly sessionIndex: number;
  readonly isPartial: boolean;
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
 * Saves one recorded activity with everything computed from it, unless the athlete already
 * has it from another file (SIG-8). A whole recording takes the place of a part of it and keeps
 * its edits.
 */
export async function importActivity(tx: AthleteTx, input: Input): Promise<Result> {
  const { sourceFileId, sessionIndex, isPartial } = input;
  const { recorded, startedAt, day } = input.analysed;
  const other = await findOverlappingActivity(tx, {
    sport: recorded.sport,
    startedAt,
    elapsedS: recorded.elapsedS,
    exceptSourceFileId: sourceFileId,
  });
  const isCompletion = other?.isPartial === true && !isPartial;
  if (other && !isCompletion) return { duplicateOf: other.id };
  if (other) await lockAthlete(tx);
  if (other) await adoptActivity(tx, other.id, { sourceFileId, sessionIndex });
  const edits = other ? await activityEdits(tx, other.id) : [];
  const analysed = input.analysed.withEdits(edits.filter((edit) => edit.undoneAt === null));
  const saved = await saveActivity(tx, {
    activity: { ...analysed.columns, sourceFileId, sessionIndex, isPartial },
    streams: analysed.streams,
  });
  await storeFindings(tx, saved.id, analysed);
  return { activityId: saved.id, days: other ? [day, other.day] : [day] };
}
