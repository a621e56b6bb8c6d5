import { and, eq, inArray } from "drizzle-orm";
import { busyTimes, connections } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

export type NewBusyTime = Pick<
  typeof busyTimes.$inferInsert,
  "uid" | "startAt" | "endAt" | "isAllDay"
>;

/** Rows of one statement; PostgreSQL takes some 10,000 values of six columns. */
const AT_ONCE = 1_000;

/**
 * Makes `times` all that is known of a calendar. Events that have not changed stay
 * untouched. `times` names each uid and start once. Returns how many came and went; null when the athlete has no such connection.
 */
export async function replaceBusyTimes(
  tx: AthleteTx,
  connectionId: string,
  times: readonly NewBusyTime[],
): Promise<number | null> {
  if (!isUuid(connectionId)) return null;
  const { athleteId, db } = tx;
  const [own] = await db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.athleteId, athleteId), eq(connections.id, connectionId)))
    .for("update");
  if (!own) return null;
  const isOfIt = and(eq(busyTimes.athleteId, athleteId), eq(busyTimes.connectionId, connectionId));
  const before = await db.select().from(busyTimes).where(isOfIt);
  const [known, wanted] = [new Set(before.map(keyOf)), new Set(times.map(keyOf))];
  const gone = before.filter((time) => !wanted.has(keyOf(time)));
  const added = times.filter((time) => !known.has(keyOf(time)));
  const changed = new Set([...gone, ...added].map(({ uid }) => uid));
  for (const uids of parts([...changed])) {
    await db.delete(busyTimes).where(and(isOfIt, inArray(busyTimes.uid, uids)));
  }
  for (const part of parts(times.filter(({ uid }) => changed.has(uid)))) {
    await db.insert(busyTimes).values(part.map((time) => ({ athleteId, connectionId, ...time })));
  }
  return gone.length + added.length;
}

function parts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / AT_ONCE);
  return Array.from({ length: count }, (_, i) => items.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}

function keyOf({ uid, startAt, endAt, isAllDay }: NewBusyTime): string {
  return JSON.stringify([uid, startAt.getTime(), endAt.getTime(), isAllDay ?? false]);
}
