import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { recomputeDays } from "@/lib/services/recompute-days";

/** Something on a day changed: everything from that day on is computed again. */
export const recomputeChangedDays = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "recompute-changed-days",
      triggers: [events.daysChanged],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const { athleteId, fromDay } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      await step.run("update load", async () => recomputeDays(await ctx(), fromDay));
      return step.run("answer mornings", async () => answerMornings(await ctx(), fromDay));
    },
  );
