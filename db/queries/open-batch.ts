import { and, asc, count, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { type BATCH_ORIGINS, importBatches, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/** The athlete's oldest batch of this origin that still takes files, and how many it has. */
export async function openBatch(
  tx: AthleteTx,
  origin: (typeof BATCH_ORIGINS)[number],
): Promise<{ readonly id: string; readonly files: number } | null> {
  const [batch] = await statement(tx.db).execute({ athleteId: tx.athleteId, origin });
  return batch ?? null;
}

const statement = prepared("formline_open_batch", (db) =>
  db
    .select({ id: importBatches.id, files: count(importFiles.id) })
    .from(importBatches)
    .leftJoin(importFiles, eq(importFiles.batchId, importBatches.id))
    .where(
      and(
        eq(importBatches.athleteId, sql.placeholder("athleteId")),
        eq(importBatches.origin, sql.placeholder("origin")),
        eq(importBatches.status, "receiving"),
      ),
    )
    .groupBy(importBatches.id)
    .orderBy(asc(importBatches.createdAt))
    .limit(1),
);
