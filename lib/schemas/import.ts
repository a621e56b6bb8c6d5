import { z } from "./zod";

export const IMPORT_OUTCOMES = ["waiting", "imported", "duplicate", "partial", "rejected"] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** Causes that may be gone another time; the bytes of such a file are kept for that. */
export const RETRIABLE_CAUSES = ["unexpected", "too_costly", "stopped"] as const;

export function isWorthRetrying(reasonCode: string | null): boolean {
  return RETRIABLE_CAUSES.some((code) => code === reasonCode);
}

/** Files of a ledger that are shown at once. */
export const LEDGER_PAGE_SIZE = 100;

export const importBatchParams = z.object({ batchId: z.uuid() });

/** Null: every file of the batch that may go better. */
export const retryImportInput = importBatchParams.extend({ fileId: z.uuid().nullable() });

/** As in the address: one page of a batch's ledger. */
export const importProgressQuery = z.object({
  /** Position after which the page begins. */
  cursor: z.coerce.number().int().min(0).optional(),
  status: z.enum(IMPORT_OUTCOMES).optional(),
});

const importedFile = z.object({
  id: z.uuid(),
  name: z.string(),
  byteLength: z.number(),
  status: z.enum(IMPORT_OUTCOMES),
  reasonCode: z.string().nullable(),
  /** One sentence for the athlete; null when imported whole. */
  reason: z.string().nullable(),
  activityIds: z.array(z.string()),
  wellnessDays: z.array(z.string()),
  duplicateOfActivityId: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportedFile = z.infer<typeof importedFile>;

const importCounts = z.object({
  waiting: z.number(),
  imported: z.number(),
  duplicate: z.number(),
  partial: z.number(),
  rejected: z.number(),
});
export type ImportCounts = z.infer<typeof importCounts>;

const importSummary = z.object({
  /** First and last day of what the batch brought; null when it brought nothing. */
  fromDay: z.string().nullable(),
  toDay: z.string().nullable(),
  activities: z.number(),
  days: z.number(),
  /** Refused and known files by cause, the most frequent first. */
  causes: z.array(
    z.object({
      code: z.string(),
      reason: z.string(),
      files: z.number(),
      isRetriable: z.boolean(),
    }),
  ),
});
export type ImportSummary = z.infer<typeof importSummary>;

/** Where a batch stands, with one page of its ledger. */
export const importProgressBody = z.object({
  batchId: z.uuid(),
  status: z.enum(["receiving", "running", "paused", "finished"]),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  counts: importCounts,
  /** Null while it runs. */
  summary: importSummary.nullable(),
  files: z.array(importedFile),
  nextCursor: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof importProgressBody>;

export const importCreatedBody = z.object({ batchId: z.uuid() });
