import { PROVIDERS } from "@/lib/training/source/providers";
import { z } from "./zod";

const instant = z.iso.datetime();

const syncRun = z.object({
  id: z.uuid(),
  trigger: z.enum(["connected", "schedule", "morning", "opened", "asked", "webhook"]),
  outcome: z.enum(["running", "done", "partial", "failed"]),
  /** By kind: "activities", "files", "days". */
  counts: z.record(z.string(), z.number()),
  /** One sentence; null when it went well. */
  problem: z.string().nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
});

/** A connection as its card shows it. */
export const connectionBody = z.object({
  id: z.uuid(),
  provider: z.enum(PROVIDERS),
  label: z.string(),
  status: z.enum(["connected", "needs_reconnect", "paused"]),
  /** Stable; null when all is well. */
  problemCode: z.string().nullable(),
  /** One sentence: what failed and the way to mend it. */
  problem: z.string().nullable(),
  connectedAt: instant,
  lastSuccessAt: instant.nullable(),
  nextSyncAt: instant.nullable(),
  credentialsExpireAt: instant.nullable(),
  /** What the vendor has, by what became of it here. */
  activities: z.object({
    fetched: z.number(),
    waiting: z.number(),
    noFile: z.number(),
    failed: z.number(),
    removed: z.number(),
  }),
  /** Some of the history still comes. */
  isFetchingHistory: z.boolean(),
  /** What the vendor can do, as the adapter names it. */
  capabilities: z.array(z.string()),
  /** The newest tries, the newest first. */
  runs: z.array(syncRun),
});
export type ConnectionBody = z.infer<typeof connectionBody>;
