import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { saveThreshold } from "@/db/mutations/save-threshold";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { invalidInput } from "@/lib/errors";
import type { AddThresholdInput } from "@/lib/schemas/threshold";

/**
 * Sets a capacity from a day on; one of the same kind, sport and day is replaced. What was
 * computed before that day stays, the rest is computed again by a job. Throws
 * "invalid_input" for a day that has not come.
 */
export async function addThreshold(
  ctx: AthleteContext,
  input: AddThresholdInput,
): Promise<{ id: string }> {
  if (input.validFrom > localDayAt(ctx.now, ctx.timeZone)) {
    throw invalidInput("This day has not come yet.", { field: "validFrom" });
  }
  const id = await ctx.tx(async (tx) => {
    const saved = await saveThreshold(tx, { ...input, source: "athlete" });
    const { athleteId } = ctx;
    await enqueueEvent(
      tx,
      events.thresholdsChanged.create({ athleteId, fromDay: input.validFrom }),
    );
    return saved;
  });
  return { id };
}
