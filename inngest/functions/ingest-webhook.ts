import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { applyWebhook } from "@/lib/services/apply-webhook";
import { clearChangedDays, findChangedDay } from "@/lib/services/changed-days";
import { inTurn } from "@/lib/services/in-turn";
import { recomputeDays } from "@/lib/services/recompute-days";
import { ONE_SYNC_AT_A_TIME } from "./one-sync-at-a-time";

const RETRIES = 4;

/** One vendor's message, for one athlete. */
export const ingestWebhook = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "ingest-webhook",
      triggers: [events.webhookReceived],
      retries: RETRIES,
      concurrency: [ONE_SYNC_AT_A_TIME],
    },
    async ({ event, step, attempt }) => {
      const { athleteId, connectionId, receiptId } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      const applied = await step.run("work the message off", async () => {
        const isLastTry = attempt >= RETRIES;
        const [athlete, message] = [await ctx(), { connectionId, receiptId, isLastTry }];
        const work = () => applyWebhook(systemContext(), athlete, message);
        return inTurn(athlete, work, { isPatient: true });
      });
      const { fromDay, asOf } = await step.run("find the first change", async () =>
        findChangedDay(await ctx()),
      );
      if (fromDay === null) return applied;
      await step.run("update load", async () => recomputeDays(await ctx(), fromDay));
      await step.run("answer mornings", async () => answerMornings(await ctx(), fromDay));
      await step.run("note that they are answered", async () =>
        clearChangedDays(await ctx(), asOf),
      );
      return applied;
    },
  );
