import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { combineNextActivities } from "@/lib/services/combine-next-activities";
import { expandArchives } from "@/lib/services/expand-archives";
import { findFirstChange } from "@/lib/services/find-first-change";
import { finishImport } from "@/lib/services/finish-import";
import { type ImportedPart, importNextFiles } from "@/lib/services/import-next-files";
import { recomputeDays } from "@/lib/services/recompute-days";
import { takeLists } from "@/lib/services/take-lists";

/** What Today looks back on; it comes first, so that Today is of use while the rest is read. */
const RECENT_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * From received bytes to this morning's answer; every step may be repeated. The last 90 days
 * come first and are worked out at once, then the rest, the newest first.
 */
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
      await step.run("take lists", async () => takeLists(await ctx(), batchId));

      const importPart = (name: string, since: Date | null): Promise<ImportedPart> =>
        step.run(name, async () => importNextFiles(await ctx(), batchId, { since }));
      const since = new Date(event.ts - RECENT_DAYS * DAY_MS);
      let part: ImportedPart;
      let number = 1;
      do part = await importPart(`import recent files, part ${number++}`, since);
      while (part.remaining > 0 && !part.isHalted);

      // Nothing older came along: then the end of the import is a moment away.
      if (!part.isHalted && part.older > 0) {
        const { fromDay } = await step.run("find the first recent change", async () =>
          findFirstChange(await ctx(), batchId),
        );
        if (fromDay !== null) {
          await step.run("update recent load", async () => recomputeDays(await ctx(), fromDay));
          await step.run("answer today", async () => answerMornings(await ctx(), null));
        }
        number = 1;
        do part = await importPart(`import older files, part ${number++}`, null);
        while (part.remaining > 0 && !part.isHalted);
      }

      for (let part = 1; ; part++) {
        const { remaining } = await step.run(`combine recordings, part ${part}`, async () =>
          combineNextActivities(await ctx()),
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
