import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { beginSync } from "@/lib/services/begin-sync";
import { clearChangedDays, findChangedDay } from "@/lib/services/changed-days";
import { fetchActivityFiles } from "@/lib/services/fetch-activity-files";
import { finishSync } from "@/lib/services/finish-sync";
import { inTurn } from "@/lib/services/in-turn";
import { listActivities } from "@/lib/services/list-activities";
import { recomputeDays } from "@/lib/services/recompute-days";
import { syncCalendar } from "@/lib/services/sync-calendar";
import { syncWellness } from "@/lib/services/sync-wellness";
import type { Provider } from "@/lib/training/source/providers";
import { ONE_SYNC_AT_A_TIME } from "./one-sync-at-a-time";

/** Parts of one sync; what remains comes with the history's own job. */
const MOST_PARTS = 30;

/**
 * Brings one connection up to date: days, then the list of activities, then their files. One of
 * them that fails leaves the others; the athlete reads why, and the next sync goes on.
 */
export const syncConnectionNow = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "sync-connection",
      triggers: [events.connectionSyncDue],
      retries: 4,
      concurrency: [ONE_SYNC_AT_A_TIME],
    },
    async ({ event, step }) => {
      const { athleteId, connectionId, trigger } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      const { runId, provider } = await step.run("begin", async () => {
        const athlete = await ctx();
        return inTurn(athlete, () => beginSync(athlete, connectionId, trigger));
      });
      const piece = <T>(name: string, work: (ctx: AthleteContext, id: string) => Promise<T>) =>
        step.run(name, async () => {
          const athlete = await ctx();
          return inTurn(athlete, () => work(athlete, connectionId));
        });
      if (runId === null) return { outcome: "nothing to do" };

      const days = () =>
        inParts(MOST_PARTS, (part) => piece(`fetch days, part ${part}`, syncWellness));
      const list = () =>
        inParts(MOST_PARTS, (part) => piece(`list activities, part ${part}`, listActivities));
      const files = () =>
        inParts(MOST_PARTS, (part) => piece(`fetch files, part ${part}`, fetchActivityFiles));
      const calendar = () => piece("read the calendar", syncCalendar);
      const errors: unknown[] = [];
      const parts = partsOf(trigger, provider).map(
        (name) => ({ days, list, files, calendar })[name],
      );
      for (const part of parts) {
        try {
          await part();
        } catch (error) {
          errors.push(error);
        }
      }
      const { fromDay, asOf } = await step.run("find the first change", async () =>
        findChangedDay(await ctx()),
      );
      if (fromDay !== null) {
        await step.run("update load", async () => recomputeDays(await ctx(), fromDay));
        await step.run("answer mornings", async () => answerMornings(await ctx(), fromDay));
        await step.run("note that they are answered", async () =>
          clearChangedDays(await ctx(), asOf),
        );
      }
      const failed = errors.length;
      const finished = await step.run("finish", async () =>
        finishSync(await ctx(), { connectionId, runId }, { failed, done: parts.length - failed }),
      );
      // Not the vendor's failure but ours: for the dead letters.
      if (failed > 0 && finished.problemCode === null) throw errors[0];
      return finished;
    },
  );

function partsOf(trigger: string, provider: Provider | null) {
  // A message says which activities have changed: nothing else is asked.
  if (trigger === "webhook") return ["files"] as const;
  return provider === "calendar" ? (["calendar"] as const) : (["days", "list", "files"] as const);
}

type Part = { readonly remaining: number };

/** Goes on part by part until nothing remains, or there were enough of them. */
export async function inParts(most: number, run: (part: number) => Promise<Part>): Promise<Part> {
  for (let number = 1; ; number++) {
    const part = await run(number);
    if (part.remaining === 0 || number === most) return part;
  }
}
