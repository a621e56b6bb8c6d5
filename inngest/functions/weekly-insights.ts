import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { writeWeeklyInsights } from "@/lib/services/write-insights";

/** What stood out in an athlete's week, told by rules. */
export const weeklyInsights = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "weekly-insights",
      triggers: [events.weeklyInsightsDue],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    ({ event, step }) => {
      const { athleteId, week } = event.data;
      return step.run("write", async () =>
        writeWeeklyInsights(await athleteContextForJob(athleteId), localDate(week)),
      );
    },
  );
