import "server-only";
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { finishImportFile, type ImportOutcome } from "@/db/mutations/finish-import-file";
import { mergeWellnessDay } from "@/db/mutations/merge-wellness-day";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { activitiesOfSource } from "@/db/queries/activities-of-source";
import { findImportFile } from "@/db/queries/find-import-file";
import { findSourceFileBySha } from "@/db/queries/find-source-file-by-sha";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import type { FileContent } from "@/lib/integrations/ports";
import { importActivity } from "./import-activity";

export type ImportedFile = {
  readonly status: ImportOutcome["status"];
  /** The days whose numbers may have changed. */
  readonly changedDays: readonly LocalDate[];
};

type Received = {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};
type Finding = ImportOutcome & { readonly changedDays: readonly LocalDate[] };

/**
 * Gives one file of a batch its outcome. Reading and analysing happen outside the
 * transaction; what came out is written, with the ledger row, in one. A file that has its
 * outcome already is left alone, so the step may be repeated.
 */
export async function importFile(
  ctx: AthleteContext,
  fileId: string,
): Promise<ImportedFile | null> {
  const file = await ctx.tx((tx) => findImportFile(tx, fileId));
  if (file?.status !== "waiting" || file.spoolKey === null) return null;
  const bytes = await ctx.ports.spool.read(file.spoolKey);
  const received = {
    id: file.id,
    name: file.name,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  const known = await ctx.tx((tx) => findSourceFileBySha(tx, received.sha256));
  const content = known ? null : await ctx.ports.files.read(bytes, file.name);
  const finding = await ctx.tx(async (tx) => {
    const found =
      content === null || known
        ? await seenBefore(tx, received.sha256)
        : await take(ctx, tx, received, content);
    const { changedDays: _, ...outcome } = found;
    await finishImportFile(tx, file.id, outcome);
    return found;
  });
  await ctx.ports.spool.remove(file.spoolKey);
  return { status: finding.status, changedDays: finding.changedDays };
}

async function seenBefore(tx: AthleteTx, sha256: string): Promise<Finding> {
  const source = await findSourceFileBySha(tx, sha256);
  const activities = source ? await activitiesOfSource(tx, source.id) : [];
  return {
    status: "duplicate",
    reasonCode: "same_file",
    reason: "This exact file was imported before; nothing changed.",
    sourceFileId: source?.id ?? null,
    duplicateOfActivityId: activities[0]?.id ?? null,
    changedDays: [],
  };
}

async function take(
  ctx: AthleteContext,
  tx: AthleteTx,
  file: Received,
  content: FileContent,
): Promise<Finding> {
  if (content.kind === "refused") {
    return {
      status: "rejected",
      reasonCode: content.code,
      reason: content.reason,
      changedDays: [],
    };
  }
  const source = await storeSourceFile(tx, {
    sha256: file.sha256,
    kind: content.format,
    byteLength: file.bytes.byteLength,
    content: deflateRawSync(file.bytes),
  });
  if (!source.isNew) return seenBefore(tx, file.sha256);
  return content.kind === "wellness"
    ? takeWellness(tx, source.id, content)
    : takeActivities(ctx, tx, source.id, content);
}

async function takeWellness(
  tx: AthleteTx,
  sourceFileId: string,
  content: Extract<FileContent, { kind: "wellness" }>,
): Promise<Finding> {
  const changed: LocalDate[] = [];
  for (const observation of content.observations) {
    if (await mergeWellnessDay(tx, observation)) changed.push(observation.day);
  }
  if (changed.length === 0) {
    return {
      status: "duplicate",
      reasonCode: "same_values",
      reason: "The days in this file already have these values; nothing changed.",
      sourceFileId,
      changedDays: [],
    };
  }
  return { status: "imported", sourceFileId, wellnessDays: changed, changedDays: changed };
}

async function takeActivities(
  ctx: AthleteContext,
  tx: AthleteTx,
  sourceFileId: string,
  content: Extract<FileContent, { kind: "activities" }>,
): Promise<Finding> {
  const activityIds: string[] = [];
  const changedDays: LocalDate[] = [];
  let duplicateOf: string | null = null;
  for (const [sessionIndex, recorded] of content.activities.entries()) {
    const isPartial = content.partialReason !== null;
    const result = await importActivity(ctx, tx, {
      recorded,
      sourceFileId,
      sessionIndex,
      isPartial,
    });
    if (result.duplicateOf !== undefined) {
      duplicateOf = result.duplicateOf;
    } else {
      activityIds.push(result.activityId);
      changedDays.push(...result.days);
    }
  }
  const shared = {
    sourceFileId,
    duplicateOfActivityId: duplicateOf,
    activityIds,
  };
  if (activityIds.length === 0) {
    return {
      status: "duplicate",
      reasonCode: "same_activity",
      reason: "You already have this activity from another file; its load counts once.",
      ...shared,
      changedDays,
    };
  }
  if (content.partialReason === null) return { status: "imported", ...shared, changedDays };
  return {
    status: "partial",
    reasonCode: "partly_readable",
    reason: content.partialReason,
    ...shared,
    changedDays,
  };
}
