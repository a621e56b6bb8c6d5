import { and, eq, sql } from "drizzle-orm";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/**
 * Lets the import ledger say which activity a file's session belongs to now: `duplicateOf`
 * when it is not counted by itself, else `activityId`, its own.
 */
export async function retellLedger(
  tx: AthleteTx,
  sourceFileId: string,
  now: { readonly from: string; readonly to: string; readonly isOwn: boolean },
): Promise<void> {
  const own = and(
    eq(importFiles.athleteId, tx.athleteId),
    eq(importFiles.sourceFileId, sourceFileId),
  );
  const nobodyElses = sql`jsonb_array_length(${importFiles.activityIds}) <= 1`;
  const unless = (value: unknown, column: unknown) =>
    sql`case when ${nobodyElses} then ${value} else ${column} end`;
  if (now.isOwn) {
    await tx.db
      .update(importFiles)
      .set({
        status: "imported",
        reasonCode: null,
        reason: null,
        duplicateOfActivityId: null,
        activityIds: sql`${importFiles.activityIds} || to_jsonb(${now.to}::text)`,
      })
      .where(
        and(
          own,
          eq(importFiles.reasonCode, "same_activity"),
          eq(importFiles.duplicateOfActivityId, now.from),
        ),
      );
  } else {
    await tx.db
      .update(importFiles)
      .set({
        activityIds: sql`${importFiles.activityIds} - ${now.from}::text`,
        status: unless("duplicate", importFiles.status),
        reasonCode: unless("same_activity", importFiles.reasonCode),
        reason: unless(JOINED, importFiles.reason),
        duplicateOfActivityId: now.to,
      })
      .where(and(own, sql`${importFiles.activityIds} ? ${now.from}::text`));
  }
  await tx.db
    .update(importFiles)
    .set({ duplicateOfActivityId: now.to })
    .where(and(own, eq(importFiles.duplicateOfActivityId, now.from)));
}

const JOINED =
  "You combined this with another recording of the same activity; its load counts once.";
