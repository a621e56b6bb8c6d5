import { contextEvents } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import { newId } from "@/lib/ids";

export type NewContextEvent = Omit<
  typeof contextEvents.$inferInsert,
  "id" | "athleteId" | "createdAt"
>;

/** Notes something that explains days: an illness, a race, a journey. Returns its id. */
export async function addContextEvent(tx: AthleteTx, event: NewContextEvent): Promise<string> {
  if (event.toDay < event.fromDay) throw new RangeError("A context event ends before it begins.");
  const id = newId();
  await tx.db.insert(contextEvents).values({ ...event, id, athleteId: tx.athleteId });
  return id;
}
