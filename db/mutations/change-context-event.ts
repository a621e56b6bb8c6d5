import { and, eq } from "drizzle-orm";
import { contextEvents } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import type { NewContextEvent } from "./add-context-event";

type Changed = Pick<typeof contextEvents.$inferSelect, "kind" | "fromDay" | "toDay">;

const { kind, fromDay, toDay } = contextEvents;
const changed = { kind, fromDay, toDay };

/** Gives an event other words or days; its kind stays. Throws "not_found". */
export async function changeContextEvent(
  tx: AthleteTx,
  id: string,
  event: Omit<NewContextEvent, "kind">,
): Promise<Changed> {
  if (!isUuid(id)) throw notFound("This entry");
  if (event.toDay < event.fromDay) throw new RangeError("A context event ends before it begins.");
  const [row] = await tx.db
    .update(contextEvents)
    .set(event)
    .where(and(eq(contextEvents.athleteId, tx.athleteId), eq(contextEvents.id, id)))
    .returning(changed);
  if (!row) throw notFound("This entry");
  return row;
}

/** Throws "not_found". */
export async function deleteContextEvent(tx: AthleteTx, id: string): Promise<Changed> {
  if (!isUuid(id)) throw notFound("This entry");
  const [row] = await tx.db
    .delete(contextEvents)
    .where(and(eq(contextEvents.athleteId, tx.athleteId), eq(contextEvents.id, id)))
    .returning(changed);
  if (!row) throw notFound("This entry");
  return row;
}
