import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { deleteSourceFiles, firstDayOfFiles } from "@/lib/services/delete-source-files";
import { recomputeDays } from "@/lib/services/recompute-days";

/** Files that the athlete, or a vendor's terms, want gone: with what came from them alone. */
export const deleteUnwantedFiles = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "delete-files",
      triggers: [events.filesUnwanted],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const { athleteId, sourceFileIds } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      const { fromDay } = await step.run("find the first day", async () =>
        firstDayOfFiles(await ctx(), sourceFileIds),
      );
      let from = 0;
      for (let part = 1; from < sourceFileIds.length; part++) {
        const start = from;
        const { next } = await step.run(`delete, part ${part}`, async () =>
          deleteSourceFiles(await ctx(), sourceFileIds, start),
        );
        from = next;
      }
      if (fromDay === null) return { deleted: from };
      await step.run("update load", async () => recomputeDays(await ctx(), fromDay));
      await step.run("answer mornings", async () => answerMornings(await ctx(), fromDay));
      return { deleted: from };
    },
  );
