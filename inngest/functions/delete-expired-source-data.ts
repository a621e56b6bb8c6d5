import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { schedule } from "@/inngest/schedule";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { deleteExpiredSourceData } from "@/lib/services/delete-expired-source-data";
import { dispatchExpiredSourceData } from "@/lib/services/dispatch-expired-source-data";

/** What a vendor's terms let be kept for some days only goes in time, also after a downtime. */
export const deleteExpired = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "delete-expired-source-data",
      triggers: [events.serverStarted, cron(schedule.deleteExpiredSourceData.cron)],
      retries: 4,
    },
    async ({ step }) => {
      const { athleteIds } = await step.run("find whose it is", () =>
        dispatchExpiredSourceData(systemContext()),
      );
      let files = 0;
      for (const [place, athleteId] of athleteIds.entries()) {
        const done = await step.run(`have athlete ${place + 1}'s deleted`, async () =>
          deleteExpiredSourceData(await athleteContextForJob(athleteId)),
        );
        files += done.files;
      }
      return { files };
    },
  );
