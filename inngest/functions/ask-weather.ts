import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { findWeather } from "@/lib/services/find-weather";

/** The weather of an athlete's activities, newest first; one athlete at a time, for the service's sake. */
export const askWeather = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "ask-weather",
      triggers: [events.weatherMissing],
      retries: 4,
      concurrency: [{ limit: 1 }],
    },
    async ({ event, step }) => {
      let after: string | null = null;
      let found = 0;
      for (let part = 1; ; part++) {
        const cursor = after;
        const done: { found: number; lastId: string | null } = await step.run(
          `ask for weather, part ${part}`,
          async () => findWeather(await athleteContextForJob(event.data.athleteId), cursor),
        );
        found += done.found;
        after = done.lastId;
        if (after === null) return { found };
      }
    },
  );
