import { eq, getTableColumns, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { athletes } from "@/db/schema/athletes";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";

const { userId: _userId, createdAt: _createdAt, ...columns } = getTableColumns(athletes);

export type Profile = Omit<typeof athletes.$inferSelect, "userId" | "createdAt">;

/** The athlete's own row. Throws "not_found" when the account is gone. */
export async function findProfile(tx: AthleteTx): Promise<Profile> {
  const [profile] = await statement(tx.db).execute({ athleteId: tx.athleteId });
  if (!profile) throw notFound("This athlete");
  return profile;
}

const statement = prepared("formline_profile", (db) =>
  db
    .select(columns)
    .from(athletes)
    .where(eq(athletes.id, sql.placeholder("athleteId"))),
);
