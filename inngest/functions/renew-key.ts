import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { athleteContextForJob } from "@/lib/auth/context";
import { dropFormerKey, renewAthleteKey } from "@/lib/services/renew-athlete-key";

/** Longer than anything that read the former key may take to write with it. */
const BOTH_HOLD = "10m";

/** A new key for what an athlete has connected. */
export const renewKey = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "renew-key",
      triggers: [events.keyRenewalDue],
      retries: 4,
      concurrency: [{ limit: 1, key: "event.data.athleteId" }],
    },
    async ({ event, step }) => {
      const ctx = () => athleteContextForJob(event.data.athleteId);
      await step.run("seal with a new key", async () => renewAthleteKey(await ctx()));
      await step.sleep("both keys hold", BOTH_HOLD);
      await step.run("drop the former key", async () => dropFormerKey(await ctx()));
    },
  );
