import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchWeeklyBatches } from "@/lib/services/dispatch-weekly-batches";

/** Finds the athletes whose week is to be put into words. */
export const dispatchDueBatches = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "dispatch-weekly-batches",
      triggers: [cron(schedule.dispatchWeeklyBatches.cron)],
      retries: 2,
    },
    ({ step }) => step.run("find due athletes", () => dispatchWeeklyBatches(systemContext())),
  );
