import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { athleteSchedules } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { MorningDraft } from "@/lib/training/recovery/morning-types";

/** What the steps of a day's morning have worked out so far; null when there is nothing. */
export async function morningDraft(tx: AthleteTx, day: LocalDate): Promise<MorningDraft | null> {
  const [schedule] = await statement(tx.db).execute({ athleteId: tx.athleteId });
  return schedule?.draft?.day === day ? schedule.draft : null;
}

const statement = prepared("formline_morning_draft", (db) =>
  db
    .select({ draft: athleteSchedules.draft })
    .from(athleteSchedules)
    .where(eq(athleteSchedules.athleteId, sql.placeholder("athleteId"))),
);
