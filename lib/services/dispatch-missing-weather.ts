import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { athletesWithoutWeather } from "@/db/queries/athletes-without-weather";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";

/** Sends one event for each athlete with activities whose weather is not known, once a day at most. */
export async function dispatchMissingWeather(ctx: SystemContext): Promise<{ athletes: number }> {
  if (ctx.ports.weather === null) return { athletes: 0 };
  const day = ctx.now.toISOString().slice(0, 10);
  return ctx.tx(async (tx) => {
    const athletes = await athletesWithoutWeather(tx);
    await enqueueEvent(
      tx,
      athletes.map((athleteId) =>
        events.weatherMissing.create({ athleteId }, { id: `${athleteId}:weather:${day}` }),
      ),
    );
    return { athletes: athletes.length };
  });
}
