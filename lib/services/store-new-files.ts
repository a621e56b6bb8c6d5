import "server-only";
import { hasHiddenStart } from "@/db/hidden-start";
import { addRecordedFiles, type NewActivity } from "@/db/mutations/add-recorded-files";
import { finishImportFiles } from "@/db/mutations/finish-import-file";
import { knownSourceFiles } from "@/db/queries/known-source-files";
import { occupiedSpans, type TimeSpan } from "@/db/queries/occupied-spans";
import type { AthleteTx } from "@/db/scope";
import type { AnalysedContent } from "./analyse-file";
import type { AnalysedActivity } from "./analyse-recording";
import type { ReadFile } from "./read-import-files";
import { firstRecordingRow } from "./recording-row";
import { recordedOutcome } from "./store-import-file";

type RecordedFile = ReadFile & {
  readonly content: Extract<AnalysedContent, { kind: "activities" }>;
};

/** No two recordings of one activity are further apart (SIG-8). */
const MARGIN_MS = 120_000;
/** One that hides when it began may be of any time of its day. */
const DAY_MS = 86_400_000;

/**
 * Stores the files that are plainly new, a few statements for all of them, and returns the
 * others: what was seen before, what may be a second recording, what holds no activity.
 */
export async function storeNewFiles(
  tx: AthleteTx,
  files: readonly ReadFile[],
): Promise<ReadFile[]> {
  const candidates = aloneInTime(files.filter(isRecorded));
  const plain = await unknownOf(tx, candidates);
  const added = await addRecordedFiles(
    tx,
    plain.map((file) => ({
      source: {
        sha256: file.sha256,
        kind: file.content.format,
        byteLength: file.byteLength,
        content: file.deflated,
      },
      activities: file.content.activities.map((activity) => newActivity(file, activity)),
    })),
  );
  await finishImportFiles(
    tx,
    plain.flatMap(({ id, content }, i) => {
      const stored = added[i];
      return stored ? [{ id, outcome: recordedOutcome(content.partialReason, stored) }] : [];
    }),
  );
  const isStored = new Set(plain.map((file) => file.id));
  return files.filter((file) => !isStored.has(file.id));
}

function isRecorded(file: ReadFile): file is RecordedFile {
  return file.content?.kind === "activities" && file.content.activities.length > 0;
}

/** Those whose time no other of the files shares. */
function aloneInTime(files: readonly RecordedFile[]): RecordedFile[] {
  const spans = files.map(spanOf);
  return files.filter((_, i) => {
    const one = spans[i];
    return (
      one && !spans.some((other, j) => j !== i && other.from <= one.to && one.from <= other.to)
    );
  });
}

/** Those of which the athlete has neither the bytes nor anything of their time. */
async function unknownOf(tx: AthleteTx, files: readonly RecordedFile[]): Promise<RecordedFile[]> {
  const known = new Set(
    await knownSourceFiles(
      tx,
      files.map((file) => file.sha256),
    ),
  );
  const occupied = new Set(await occupiedSpans(tx, files.map(spanOf)));
  return files.filter((file, i) => !known.has(file.sha256) && !occupied.has(i));
}

function spanOf({ content: { activities } }: RecordedFile): TimeSpan {
  const starts = activities.map(({ startedAt }) => startedAt.getTime());
  const ends = activities.map(
    ({ startedAt, recorded, columns: { utcOffsetS } }) =>
      startedAt.getTime() +
      (hasHiddenStart({ startedAt, utcOffsetS }) ? DAY_MS : recorded.elapsedS * 1000),
  );
  return {
    from: new Date(Math.min(...starts) - MARGIN_MS),
    to: new Date(Math.max(...ends) + MARGIN_MS),
  };
}

function newActivity({ content }: RecordedFile, analysed: AnalysedActivity): NewActivity {
  const isPartial = content.partialReason !== null;
  return {
    row: { ...analysed.columns, isPartial },
    streams: analysed.streams,
    bests: analysed.bests,
    course: analysed.course,
    recording: { ...firstRecordingRow(analysed), isPartial },
  };
}
