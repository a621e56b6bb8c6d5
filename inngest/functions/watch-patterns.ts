import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { watchPatterns } from "@/lib/services/watch-patterns";

/** Where many wake up at the same time, their answers are waited for, and this is not. */
const MORNINGS_FIRST = "10m";

/** After each morning: is there a warning that the athlete does not know of yet? */
export const watchPatternsOfMorning = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "watch-patterns",
      triggers: [events.morningAnswered],
      retries: 2,
      // A run that begins later costs nothing until then; one that sleeps has begun.
      debounce: { key: "event.data.athleteId", period: MORNINGS_FIRST },
    },
    async ({ event, step }) => {
      const { athleteId, day } = event.data;
      return step.run("look for warnings", async () =>
        watchPatterns(await athleteContextForJob(athleteId), day),
      );
    },
  );
