import "server-only";
import { finishImportFile, type ImportOutcome } from "@/db/mutations/finish-import-file";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { activitiesOfSource } from "@/db/queries/activities-of-source";
import { findSourceFileBySha } from "@/db/queries/find-source-file-by-sha";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import type { FileContent } from "@/lib/integrations/ports";
import { countDuplicates } from "@/lib/metrics/count";
import { analyseAgain } from "./analyse-again";
import type { AnalysedContent } from "./analyse-file";
import { importActivity } from "./import-activity";
import type { ReadFile } from "./read-import-files";

/**
 * Gives one file that was read its outcome, and stores what came out of it. Part of the
 * caller's transaction. A file that has its outcome already keeps it, so that a step may be
 * repeated.
 */
export async function storeImportFile(
  ctx: AthleteContext,
  tx: AthleteTx,
  file: ReadFile,
): Promise<void> {
  const outcome = await outcomeOf(ctx, tx, file);
  if (outcome.status === "duplicate") countDuplicates("file", 1);
  await finishImportFile(tx, file.id, outcome);
}

async function outcomeOf(
  ctx: AthleteContext,
  tx: AthleteTx,
  file: ReadFile,
): Promise<ImportOutcome> {
  const { content } = file;
  if (content === null) return seenBefore(tx, file.sha256);
  if (content.kind === "refused") {
    return { status: "rejected", reasonCode: content.code, reason: content.reason };
  }
  if (content.kind === "list") return LIST_READ;
  const source = await storeSourceFile(tx, {
    sha256: file.sha256,
    kind: content.format,
    byteLength: file.byteLength,
    content: file.deflated,
  });
  if (!source.isNew) return seenBefore(tx, file.sha256);
  return content.kind === "wellness"
    ? takeWellness(tx, source.id, content)
    : takeActivities(ctx, tx, { file, content, sourceFileId: source.id });
}

/** Its entries were handed to the files that they speak of before any of those was read. */
const LIST_READ: ImportOutcome = {
  status: "imported",
  reasonCode: "list_read",
  reason: "This list gave the files beside it their titles, notes and ratings.",
};

async function seenBefore(tx: AthleteTx, sha256: string): Promise<ImportOutcome> {
  const source = await findSourceFileBySha(tx, sha256);
  const activities = source ? await activitiesOfSource(tx, source.id) : [];
  return {
    status: "duplicate",
    reasonCode: "same_file",
    reason: "This exact file was imported before; nothing changed.",
    sourceFileId: source?.id ?? null,
    duplicateOfActivityId: activities[0]?.id ?? null,
  };
}

async function takeWellness(
  tx: AthleteTx,
  sourceFileId: string,
  content: Extract<FileContent, { kind: "wellness" }>,
): Promise<ImportOutcome> {
  const { days: wellnessDays } = await mergeWellnessDays(tx, content.observations);
  if (wellnessDays.length > 0) return { status: "imported", sourceFileId, wellnessDays };
  return {
    status: "duplicate",
    reasonCode: "same_values",
    reason: "The days in this file already have these values; nothing changed.",
    sourceFileId,
  };
}

async function takeActivities(
  ctx: AthleteContext,
  tx: AthleteTx,
  from: {
    readonly file: ReadFile;
    readonly content: Extract<AnalysedContent, { kind: "activities" }>;
    readonly sourceFileId: string;
  },
): Promise<ImportOutcome> {
  const { file, content, sourceFileId } = from;
  const { partialReason } = content;
  const activityIds: string[] = [];
  let duplicateOf: string | null = null;
  for (const [sessionIndex, analysed] of content.activities.entries()) {
    const result = await importActivity(tx, {
      ...{ analysed, sourceFileId, sessionIndex },
      isPartial: partialReason !== null,
      withEdits: (edits) => analyseAgain(ctx, tx, { file, sessionIndex, edits }),
    });
    if (result.duplicateOf !== undefined) duplicateOf = result.duplicateOf;
    else activityIds.push(result.activityId);
  }
  if (activityIds.length > 0) {
    const outcome = recordedOutcome(partialReason, { sourceFileId, activityIds });
    return { ...outcome, duplicateOfActivityId: duplicateOf };
  }
  return {
    status: "duplicate",
    reasonCode: "same_activity",
    reason: "You already have this activity from another file; its load counts once.",
    sourceFileId,
    duplicateOfActivityId: duplicateOf,
  };
}

/** Of a file from which activities came. `partialReason`: why not all of it could be read. */
export function recordedOutcome(
  partialReason: string | null,
  stored: { readonly sourceFileId: string; readonly activityIds: readonly string[] },
): ImportOutcome {
  if (partialReason === null) return { status: "imported", ...stored };
  return { status: "partial", reasonCode: "partly_readable", reason: partialReason, ...stored };
}
