import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchMissingWeather } from "@/lib/services/dispatch-missing-weather";

/** What the service did not know yet, or was not asked because it was not configured. */
export const findMissingWeather = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "find-missing-weather",
      triggers: [events.serverStarted, cron(schedule.findMissingWeather.cron)],
      retries: 2,
    },
    ({ step }) => step.run("find athletes", () => dispatchMissingWeather(systemContext())),
  );
