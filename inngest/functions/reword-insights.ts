import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { athleteContextForJob } from "@/lib/auth/context";
import { rewordInsights } from "@/lib/services/reword-insights";

/** What rules have told an athlete outside of the week's batch, put into better words. */
export const rewordInsightsNow = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "reword-insights",
      triggers: [events.rewordingDue],
      retries: 2,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      for (let attempt = 1; ; attempt++) {
        const { retryAfterS, ...done } = await step.run(`write, try ${attempt}`, async () =>
          rewordInsights(await athleteContextForJob(event.data.athleteId)),
        );
        if (retryAfterS === null || attempt === ASSISTANT_SETTINGS.tries) return done;
        await step.sleep(`wait ${attempt}`, retryAfterS * 1000);
      }
    },
  );
