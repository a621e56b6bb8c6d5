import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { athleteContextForJob } from "@/lib/auth/context";
import { writeBriefing } from "@/lib/services/write-briefing";
import { writeDebrief } from "@/lib/services/write-debrief";

/** A morning's answer or an activity, put into better words than the rules'. */
export const writeWords = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "write-words",
      triggers: [events.morningAnswered, events.briefingDue, events.debriefDue],
      retries: 2,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event: { data }, step }) => {
      for (let attempt = 1; ; attempt++) {
        const { retryAfterS, ...done } = await step.run(`write, try ${attempt}`, async () => {
          const ctx = await athleteContextForJob(data.athleteId);
          return "activityId" in data
            ? writeDebrief(ctx, data.activityId)
            : writeBriefing(ctx, data.day);
        });
        if (retryAfterS === null || attempt === ASSISTANT_SETTINGS.tries) return done;
        await step.sleep(`wait ${attempt}`, retryAfterS * 1000);
      }
    },
  );
