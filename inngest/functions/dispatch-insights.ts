import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchInsights } from "@/lib/services/dispatch-insights";

/** Whose week is over? Claims athletes whose Monday, 02:00, has come and sends one event each. */
export const dispatchDueInsights = (inngest: InngestClient) =>
  inngest.createFunction(
    { id: "dispatch-insights", triggers: [cron(schedule.dispatchInsights.cron)], retries: 2 },
    ({ step }) => step.run("claim what is due", () => dispatchInsights(systemContext())),
  );
