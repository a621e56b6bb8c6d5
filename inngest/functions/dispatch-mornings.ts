import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchMornings } from "@/lib/services/dispatch-mornings";

/** Whose morning is it? Claims athletes whose local time has come and sends one event each. */
export const dispatchDueMornings = (inngest: InngestClient) =>
  inngest.createFunction(
    { id: "dispatch-mornings", triggers: [cron(schedule.dispatchMornings.cron)], retries: 2 },
    ({ step }) => step.run("claim what is due", () => dispatchMornings(systemContext())),
  );
