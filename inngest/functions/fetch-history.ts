import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { type AthleteContext, athleteContextForJob } from "@/lib/auth/context";
import { answerMornings } from "@/lib/services/answer-mornings";
import { backfillWellness } from "@/lib/services/backfill-wellness";
import { clearChangedDays, findChangedDay } from "@/lib/services/changed-days";
import { continueHistory } from "@/lib/services/continue-history";
import { fetchActivityFiles } from "@/lib/services/fetch-activity-files";
import { inTurn } from "@/lib/services/in-turn";
import { backfillActivities } from "@/lib/services/list-activities";
import { recomputeDays } from "@/lib/services/recompute-days";
import { vendorFailed } from "@/lib/services/vendor-failed";
import { ONE_SYNC_AT_A_TIME } from "./one-sync-at-a-time";

/** Rounds of one run: then syncs that somebody waits for have their turn. */
const ROUNDS = 4;

/** A stretch of a connection's history, the newest first, until all of it is here. */
export const fetchHistory = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "fetch-history",
      triggers: [events.connectionHistoryDue],
      retries: 4,
      concurrency: [ONE_SYNC_AT_A_TIME],
    },
    async ({ event, step }) => {
      const { athleteId, connectionId } = event.data;
      const ctx = () => athleteContextForJob(athleteId);
      // What somebody waits for goes first, also in the middle of a round.
      const piece = <T>(name: string, work: (ctx: AthleteContext, id: string) => Promise<T>) =>
        step.run(name, async () => {
          const athlete = await ctx();
          return inTurn(athlete, () => work(athlete, connectionId), { isPatient: true });
        });
      let remaining = 1;
      let failure: unknown = null;
      try {
        for (let round = 1; round <= ROUNDS && remaining > 0; round++) {
          const days = await piece(`fetch older days, round ${round}`, backfillWellness);
          const list = await piece(`list older activities, round ${round}`, backfillActivities);
          const files = await piece(`fetch files, round ${round}`, fetchActivityFiles);
          remaining = days.remaining + list.remaining + files.remaining;
        }
      } catch (error) {
        failure = error;
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
      if (failure !== null) {
        const { isVendors } = await step.run("find out whose failure it is", async () =>
          vendorFailed(await ctx(), connectionId),
        );
        if (!isVendors) throw failure;
        return { goesOn: false };
      }
      if (remaining === 0) return { goesOn: false };
      return step.run("go on", async () => continueHistory(await ctx(), connectionId));
    },
  );
