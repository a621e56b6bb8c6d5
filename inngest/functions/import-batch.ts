import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { combineNextActivities } from "@/lib/services/combine-next-activities";
import { expandArchives } from "@/lib/services/expand-archives";
import { findFirstChange } from "@/lib/services/find-first-change";
import { finishImport } from "@/lib/services/finish-import";
import { importNextFiles } from "@/lib/services/import-next-files";
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

      const importFiles = (which: string, since: Date | null) =>
        inParts((part) =>
          step.run(`import ${which} files, part ${part}`, async () =>
            importNextFiles(await ctx(), batchId, { since }),
          ),
        );
      const recent = await importFiles("recent", new Date(event.ts - RECENT_DAYS * DAY_MS));
      // Nothing older came along: then the end of the import is a moment away.
      if (!recent.isHalted && recent.older > 0) {
        const { fromDay } = await step.run("find the first recent change", async () =>
          findFirstChange(await ctx(), batchId),
        );
        if (fromDay !== null) {
          await step.run("update recent load", async () => recomputeDays(await ctx(), fromDay));
          await step.run("answer today", async () => answerMornings(await ctx(), null));
        }
        await importFiles("older", null);
      }
      await inParts((part) =>
        step.run(`combine recordings, part ${part}`, async () =>
          combineNextActivities(await ctx()),
        ),
      );

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

type Part = { readonly remaining: number; readonly isHalted?: boolean };

/** Goes on part by part until nothing remains, or the athlete has halted it. */
async function inParts<Some extends Part>(run: (part: number) => Promise<Some>): Promise<Some> {
  for (let number = 1; ; number++) {
    const part = await run(number);
    if (part.remaining === 0 || part.isHalted) return part;
  }
}
