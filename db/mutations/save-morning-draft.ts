import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { athleteSchedules } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { MorningDraft } from "@/lib/training/recovery/morning-types";

/** Keeps what a morning has worked out so far for its next step; null when it is done. */
export async function saveMorningDraft(tx: AthleteTx, draft: MorningDraft | null): Promise<void> {
  const json = draft === null ? null : JSON.stringify(draft);
  await statement(tx.db).execute({ athleteId: tx.athleteId, draft: json });
}

const statement = prepared("formline_save_morning_draft", (db) =>
  db
    .update(athleteSchedules)
    .set({ draft: sql`${sql.placeholder("draft")}::jsonb` })
    .where(eq(athleteSchedules.athleteId, sql.placeholder("athleteId"))),
);
