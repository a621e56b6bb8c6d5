import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchMissingCurves } from "@/lib/services/dispatch-missing-curves";

/** After an upgrade: whose activities were analysed before there were curves? */
export const findMissingCurves = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "find-missing-curves",
      triggers: [events.serverStarted, cron(schedule.findMissingCurves.cron)],
      retries: 2,
    },
    ({ step }) => step.run("find athletes", () => dispatchMissingCurves(systemContext())),
  );
