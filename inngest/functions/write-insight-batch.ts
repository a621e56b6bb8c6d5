import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { deleteInsightBatch, retryInsightBatch } from "@/lib/services/finish-insight-batch";
import { followInsightBatch, pollDelayS } from "@/lib/services/follow-insight-batch";
import { rewordWeek, weeklyTask } from "@/lib/services/reword-week";
import { sendInsightBatch } from "@/lib/services/send-insight-batch";
import { takeInsightResults } from "@/lib/services/take-insight-results";

/**
 * A batch of weekly insights, from the athletes' facts to better words. Rules have written them
 * already: whatever fails here, nobody waits and nothing is missing.
 */
export const writeInsightBatch = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "write-insight-batch",
      triggers: [events.insightBatchDue],
      retries: 4,
      concurrency: [{ limit: 2 }],
    },
    async ({ event, step }) => {
      const { batchId } = event.data;
      const forAthlete = athleteContextForJob;
      const { sent } = await step
        .run("send", async () =>
          sendInsightBatch(systemContext(), batchId, { forAthlete, taskFor: weeklyTask }),
        )
        .catch(() => ({ sent: 0 }));
      let isOver = sent === 0;
      for (let poll = 1; !isOver && poll <= ASSISTANT_SETTINGS.batch.mostPolls; poll++) {
        await step.sleep(`wait ${poll}`, pollDelayS(poll) * 1000);
        const followed = await step
          .run(`look ${poll}`, async () => followInsightBatch(systemContext(), batchId))
          // Whether it was the last one, the next look tells.
          .catch(() => ({ isOver: false }));
        isOver = followed.isOver;
      }
      const { taken } = await step.run("take the results", async () =>
        takeInsightResults(systemContext(), batchId, {
          ...{ forAthlete, format: writtenInsights, takeAnswer: rewordWeek },
        }),
      );
      const { again } = await step.run("ask again", async () =>
        retryInsightBatch(systemContext(), batchId),
      );
      await step.run("delete", async () => deleteInsightBatch(systemContext(), batchId));
      return { sent, taken, again };
    },
  );
