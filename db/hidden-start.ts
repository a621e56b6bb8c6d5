import { type SQL, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";

const DAY_S = 86_400;
/** Some services tell a second after midnight, where it happened, for a start that is hidden. */
const HIDDEN_S = 1;

export function hasHiddenStart({
  startedAt,
  utcOffsetS,
}: {
  readonly startedAt: Date;
  readonly utcOffsetS?: number | undefined;
}): boolean {
  if (utcOffsetS === undefined) return false;
  return (startedAt.getTime() / 1000 + utcOffsetS) % DAY_S === HIDDEN_S;
}

/** The same of an activity that is kept. */
export const itsStartIsHidden: SQL = sql`mod((extract(epoch from ${activities.startedAt}) + ${activities.utcOffsetS})::numeric, ${DAY_S}) = ${HIDDEN_S}`;
