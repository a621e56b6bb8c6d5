import { enqueueEvent } from "@/db/mutations/enqueue-event";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";

/** With what was changed goes out that today is to be worked out, even when this process ends here. */
export async function tellDayChanged(
  tx: AthleteTx,
  { athleteId, now, timeZone }: AthleteContext,
): Promise<void> {
  const fromDay = localDayAt(now, timeZone);
  await enqueueEvent(tx, events.daysChanged.create({ athleteId, fromDay }));
}
