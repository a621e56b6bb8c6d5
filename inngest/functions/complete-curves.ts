import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { reanalyzeActivities } from "@/lib/services/reanalyze-activities";
import { recomputeDays } from "@/lib/services/recompute-days";

/** Before the first activity that anybody has recorded. */
const FIRST_DAY = "1970-01-01";

type Part = { readonly lastId: string | null; readonly firstDay: string | null };

/**
 * Activities that were analysed before there were curves are analysed again, ten at a time;
 * those that are done are left out, so it may be broken off and repeated.
 */
export const completeCurves = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "complete-curves",
      triggers: [events.curvesMissing],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const ctx = () => athleteContextForJob(event.data.athleteId);
      let after: string | null = null;
      let fromDay: string | null = null;
      for (let part = 1; ; part++) {
        const cursor = after;
        const done: Part = await step.run(`analyse activities, part ${part}`, async () =>
          reanalyzeActivities(await ctx(), {
            fromDay: FIRST_DAY,
            after: cursor,
            onlyWithoutCurves: true,
          }),
        );
        fromDay ??= done.firstDay;
        after = done.lastId;
        if (after === null) break;
      }
      if (fromDay === null) return { analysed: false };
      const changedFrom = fromDay;
      await step.run("update load", async () => recomputeDays(await ctx(), changedFrom));
      await step.run("answer mornings", async () => answerMornings(await ctx(), changedFrom));
      return { analysed: true };
    },
  );
