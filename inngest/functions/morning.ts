import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextsForJob } from "@/lib/auth/context";
import { answerEarlierMornings } from "@/lib/services/answer-mornings";
import { combineNights } from "@/lib/services/combine-nights";
import { decideReadiness } from "@/lib/services/decide-readiness";
import { recommendMorning } from "@/lib/services/recommend-morning";
import { recomputeDays } from "@/lib/services/recompute-days";
import { scoreRecovery } from "@/lib/services/score-recovery";
import { syncForMorning, unreachedForMorning } from "@/lib/services/sync-for-morning";

/**
 * One athlete's morning, from what the sources have to the answer that Today shows. A source
 * that fails does not hold it up; what is not in yet is looked for again every half an hour
 * until noon, and the day is then answered anew.
 */
export const morning = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "morning",
      triggers: [events.morningDue],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
      // Every step may be repeated: quick ones are written down together, a slow one when it ends.
      checkpointing: { bufferedSteps: 20, maxInterval: "1s" },
    },
    async ({ event, step }) => {
      const { athleteId, day } = event.data;
      const ctx = athleteContextsForJob(athleteId);
      for (let attempt = 1; ; attempt++) {
        const named = (name: string) => (attempt === 1 ? name : `${name}, try ${attempt}`);
        const sync = await step
          .run(named("sync"), async () => syncForMorning(await ctx()))
          .catch(() =>
            step.run(named("sync failed"), async () => unreachedForMorning(await ctx())),
          );
        const { fromDay, asOf } = await step.run(named("wellness"), async () =>
          combineNights(await ctx(), day),
        );
        await step.run(named("load"), async () => recomputeDays(await ctx(), fromDay));
        const { missed } = await step.run(named("recovery"), async () =>
          scoreRecovery(await ctx(), day),
        );
        if (missed > 0 || fromDay < day) {
          await step.run(named("earlier mornings"), async () =>
            answerEarlierMornings(await ctx(), fromDay, day),
          );
        }
        await step.run(named("decision"), async () => decideReadiness(await ctx(), day));
        const { nextTryAt } = await step.run(named("recommendation"), async () =>
          recommendMorning(await ctx(), day, { ...sync, asOf }),
        );
        if (nextTryAt === null) return { day, tries: attempt };
        await step.sleepUntil(named("wait for late data"), nextTryAt);
      }
    },
  );
