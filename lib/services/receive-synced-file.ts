import "server-only";
import { noteActivityFetched } from "@/db/mutations/remote-activities";
import { openBatch } from "@/db/queries/open-batch";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import { createImportBatch } from "./create-import-batch";
import { receiveUpload } from "./receive-upload";
import { startImport } from "./start-import";

type SyncedFile = {
  readonly connectionId: string;
  readonly activity: {
    readonly externalId: string;
    readonly title: string | null;
    readonly startedAt: Date | null;
    readonly seenAt: Date;
  };
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
};

/**
 * Takes an activity's file into the athlete's open batch of synced files, as the import takes
 * any other: from there on it is deduplicated, combined and worked out like those. That it was
 * fetched is noted with it. Returns how many files the batch has now.
 */
export async function receiveSyncedFile(
  ctx: AthleteContext,
  synced: SyncedFile,
): Promise<{ readonly entered: number }> {
  try {
    return await receive(ctx, synced);
  } catch (error) {
    // The batch was started meanwhile: this file begins the next.
    if (error instanceof AppError && error.code === "conflict") return receive(ctx, synced);
    throw error;
  }
}

async function receive(
  ctx: AthleteContext,
  { connectionId, activity, file }: SyncedFile,
): Promise<{ readonly entered: number }> {
  const open = await ctx.tx((tx) => openBatch(tx, "sync"));
  const batchId = open?.id ?? (await createImportBatch(ctx, "sync")).batchId;
  const { externalId, title, startedAt, seenAt } = activity;
  await receiveUpload(ctx, {
    batchId,
    name: file.name,
    chunks: once(file.bytes),
    recordedAt: startedAt,
    ...(title === null ? {} : { hints: { title } }),
    alongside: (tx, importFileId) =>
      noteActivityFetched(tx, connectionId, { externalId, seenAt, importFileId }, ctx.now),
  });
  return { entered: (open?.files ?? 0) + 1 };
}

/** Hands the files that were synced so far to the import; nothing when there are none. */
export async function startSyncedImport(ctx: AthleteContext): Promise<void> {
  const open = await ctx.tx((tx) => openBatch(tx, "sync"));
  if (open !== null && open.files > 0) await startImport(ctx, open.id);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
