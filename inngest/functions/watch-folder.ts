import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { dispatchFolderLooks } from "@/lib/services/dispatch-folder-looks";
import { takeWatchedFiles } from "@/lib/services/take-watched-files";

/** Looks into the watched folder; one look at a time, whichever process it is in. */
export const watchFolder = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "watch-folder",
      triggers: [cron(schedule.watchFolder.cron)],
      retries: 2,
      singleton: { mode: "skip" },
    },
    async ({ step }) => {
      const { athleteIds } = await step.run("find whose folders there are", () =>
        dispatchFolderLooks(systemContext()),
      );
      let files = 0;
      for (const [place, athleteId] of athleteIds.entries()) {
        for (let part = 1; ; part++) {
          const { taken, remaining } = await step.run(
            `take files of folder ${place + 1}, part ${part}`,
            async () => takeWatchedFiles(await athleteContextForJob(athleteId)),
          );
          files += taken;
          if (remaining === 0) break;
        }
      }
      return { files };
    },
  );
