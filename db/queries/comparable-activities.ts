import { and, between, eq, ne, sql } from "drizzle-orm";
import { activities } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";

export type ComparableActivity = Pick<
  typeof activities.$inferSelect,
  "id" | "title" | "day" | "timerS" | "distanceM"
>;

const WITHIN_DAYS = 365;
const MOST = 12;
/** A year apart counts as much as a length of a half more. */
const YEAR_WEIGHT = 0.4;

/**
 * Activities of the same sport within a year before or after that suit a comparison, best first:
 * alike in length and near in time. Those without a timer are left out.
 */
export async function comparableActivities(
  tx: AthleteTx,
  to: Pick<typeof activities.$inferSelect, "id" | "sport" | "timerS" | "startedAt">,
): Promise<ComparableActivity[]> {
  const reach = WITHIN_DAYS * 86_400_000;
  const year = sql`abs(extract(epoch from ${activities.startedAt}) - ${to.startedAt.getTime() / 1000}::float8) / 31536000`;
  const length = sql`abs(ln(${activities.timerS} / ${Math.max(1, to.timerS)}::float8))`;
  return tx.db
    .select({
      id: activities.id,
      title: activities.title,
      day: activities.day,
      timerS: activities.timerS,
      distanceM: activities.distanceM,
    })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        eq(activities.sport, to.sport),
        ne(activities.id, to.id),
        sql`${activities.timerS} > 0`,
        between(
          activities.startedAt,
          new Date(to.startedAt.getTime() - reach),
          new Date(to.startedAt.getTime() + reach),
        ),
      ),
    )
    .orderBy(sql`${length} + ${YEAR_WEIGHT}::float8 * ${year}`, activities.id)
    .limit(MOST);
}
