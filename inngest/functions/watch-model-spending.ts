import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { watchModelSpending } from "@/lib/services/watch-model-spending";

/** A day that costs far more than usual stands in the log, and under Operations. */
export const watchModelSpendingHourly = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "watch-model-spending",
      triggers: [cron(schedule.watchModelSpending.cron)],
      retries: 2,
    },
    ({ step }) => step.run("hold against the week", () => watchModelSpending(systemContext())),
  );
