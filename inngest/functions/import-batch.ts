import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { expandArchives } from "@/lib/services/expand-archives";
import { findFirstChange } from "@/lib/services/find-first-change";
import { finishImport } from "@/lib/services/finish-import";
import { importNextFiles } from "@/lib/services/import-next-files";
import { recomputeDays } from "@/lib/services/recompute-days";

/** From received bytes to this morning's answer; every step may be repeated. */
export const importBatch = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "import-batch",
      triggers: [events.importReceived],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const { athleteId, batchId } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      await step.run("expand archives", async () => expandArchives(await ctx(), batchId));

      for (let part = 1; ; part++) {
        const { remaining } = await step.run(`import files, part ${part}`, async () =>
          importNextFiles(await ctx(), batchId),
        );
        if (remaining === 0) break;
      }

      const { fromDay } = await step.run("find the first change", async () =>
        findFirstChange(await ctx(), batchId),
      );
      if (fromDay !== null) {
        await step.run("update load", async () => recomputeDays(await ctx(), fromDay));
        await step.run("answer mornings", async () => answerMornings(await ctx(), fromDay));
      }
      return step.run("finish", async () => finishImport(await ctx(), batchId));
    },
  );
