import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { recomputeDays } from "@/lib/services/recompute-days";

/** One athlete's morning: load up to today, then score, decision and workout. */
export const morning = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "morning",
      triggers: [events.morningDue],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const { athleteId, day } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      await step.run("update load", async () => recomputeDays(await ctx(), day));
      return step.run("answer the morning", async () => answerMornings(await ctx(), day));
    },
  );
