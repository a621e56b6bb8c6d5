import "server-only";
import { addActivityEdit } from "@/db/mutations/add-activity-edit";
import { adoptActivity } from "@/db/mutations/adopt-activity";
import { noteCombined } from "@/db/mutations/note-combined";
import { activityFacts } from "@/db/queries/activity-facts";
import { recordingsOfActivity } from "@/db/queries/recordings-of-activity";
import type { FormerFacts } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { AppError } from "@/lib/errors";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import {
  type CombinedRecording,
  combineRecordings,
} from "@/lib/training/activity/combine-recordings";
import { countedRecordings } from "@/lib/training/source/counted-recordings";
import { activeEdits } from "./active-edits";
import { analyseRecording } from "./analyse-recording";
import { capacitiesOf } from "./capacities-of";
import type { ReadRecording } from "./read-recordings";
import { recordingColumns } from "./recording-columns";
import { saveRecorded } from "./save-recorded";

type Readable = ReadRecording & { readonly recorded: RecordedActivity };

type Target = {
  readonly id: string;
  /** For an activity that is made again; one that exists keeps its own. */
  readonly formerFacts?: FormerFacts | null;
};

/**
 * Works an activity out from `recordings` and saves it with the winner of every field: the
 * one that exists under the id, else a new one. Returns the days on which it is and was.
 */
export async function saveCombined(
  ctx: AthleteContext,
  tx: AthleteTx,
  { id, formerFacts }: Target,
  recordings: readonly ReadRecording[],
): Promise<LocalDate[]> {
  const { base, readable, result } = combined(recordings);
  const before = await activityFacts(tx, id);
  const edits = before ? await activeEdits(tx, id) : (formerFacts?.edits ?? []);
  const { sourceFileId, sessionIndex, isPartial } = base;
  if (before) await adoptActivity(tx, id, { sourceFileId, sessionIndex });
  const analysed = analyseRecording(ctx, result.recorded, {
    hints: null,
    capacities: await capacitiesOf(tx),
    original:
      (before && !isLeft(before, recordings, readable) && before.original) || formerFacts?.original,
    edits,
  });
  await saveRecorded(tx, analysed, { id, sourceFileId, sessionIndex, isPartial });
  if (!before) for (const edit of edits) await addActivityEdit(tx, id, edit);
  for (const recording of recordings) {
    await noteCombined(tx, recording.id, noteOf(ctx, recording, result, readable.length));
  }
  return before ? [analysed.day, before.day] : [analysed.day];
}

/** What a recording said of the activity goes when its terms let it count no more. */
function isLeft(
  { sourceFileId }: { readonly sourceFileId: string | null },
  recordings: readonly ReadRecording[],
  counted: readonly ReadRecording[],
): boolean {
  const former = recordings.find((one) => one.sourceFileId === sourceFileId);
  return former !== undefined && former.recorded !== null && !counted.includes(former);
}

/**
 * What several recordings tell together, and which of them gives the clock. Throws
 * "unsupported" when none can be read.
 */
export function combined(recordings: readonly ReadRecording[]) {
  const readable = countedRecordings(
    recordings.filter((one): one is Readable => one.recorded !== null),
  );
  if (readable.length === 0) {
    throw new AppError("unsupported", "None of these recordings can be read any more.");
  }
  const result = combineRecordings(readable.map((one) => ({ ...one, key: keyOf(one) })));
  const base = readable.find((one) => keyOf(one) === result.baseKey) ?? readable[0];
  if (!base) throw new Error("The recording that gives the clock is none of those combined.");
  return { base, readable, result };
}

function noteOf(
  ctx: AthleteContext,
  recording: ReadRecording,
  { wins, coverage }: CombinedRecording,
  count: number,
) {
  const combinedAt = ctx.now;
  if (recording.recorded === null) return { wins: [], combinedAt };
  const key = keyOf(recording);
  return {
    ...recordingColumns(recording.recorded, ctx.timeZone),
    coverage: coverage.get(key) ?? {},
    // Alone it has won nothing from anybody.
    wins: count < 2 ? [] : wins.filter((win) => win.key === key).map(winOf),
    combinedAt,
  };
}

function winOf({ field, text }: CombinedRecording["wins"][number]) {
  return { field, text };
}

/** The same for the same recording on every server: the file's content and its session. */
function keyOf({ sha256, sessionIndex }: ReadRecording): string {
  return `${sha256}#${sessionIndex}`;
}

/** Throws "conflict" when the recordings are not those that were read before the transaction. */
export async function assertStillThese(
  tx: AthleteTx,
  activityId: string,
  recordings: readonly ReadRecording[],
): Promise<void> {
  const now = (await recordingsOfActivity(tx, activityId)).map((row) => row.id);
  if (now.length === recordings.length && recordings.every((one) => now.includes(one.id))) return;
  throw new AppError("conflict", "This activity changed in the meantime. Reload and try again.");
}
