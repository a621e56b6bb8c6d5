import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { cleanUp } from "@/lib/services/clean-up";

/** What nobody needs any more: finished jobs' history and ended sessions. */
export const cleanUpNightly = (inngest: InngestClient) =>
  inngest.createFunction(
    { id: "clean-up", triggers: [cron(schedule.cleanUp.cron)], retries: 2 },
    ({ step }) => step.run("remove what is old", () => cleanUp(systemContext())),
  );
