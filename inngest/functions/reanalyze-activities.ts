import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { reanalyzeActivities } from "@/lib/services/reanalyze-activities";
import { recomputeDays } from "@/lib/services/recompute-days";

/** A threshold changed: activities from its first day on are analysed again, and what follows from them. */
export const reanalyzeAfterThreshold = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "reanalyze-after-threshold",
      triggers: [events.thresholdsChanged],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const { athleteId, fromDay } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      let after: string | null = null;
      for (let part = 1; ; part++) {
        const cursor = after;
        const result: { lastId: string | null } = await step.run(
          `analyse activities, part ${part}`,
          async () => reanalyzeActivities(await ctx(), { fromDay, after: cursor }),
        );
        after = result.lastId;
        if (after === null) break;
      }
      await step.run("update load", async () => recomputeDays(await ctx(), fromDay));
      return step.run("answer mornings", async () => answerMornings(await ctx(), fromDay));
    },
  );
