import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { watchPatterns } from "@/lib/services/watch-patterns";

/** After each morning: is there a warning that the athlete does not know of yet? */
export const watchPatternsOfMorning = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "watch-patterns",
      triggers: [events.morningAnswered],
      retries: 2,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    ({ event, step }) => {
      const { athleteId, day } = event.data;
      return step.run("look for warnings", async () =>
        watchPatterns(await athleteContextForJob(athleteId), day),
      );
    },
  );
