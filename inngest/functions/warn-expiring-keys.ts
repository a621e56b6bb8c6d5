import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { athleteContextForJob, systemContext } from "@/lib/auth/context";
import { dispatchKeyWarnings } from "@/lib/services/dispatch-key-warnings";
import { warnExpiringKey } from "@/lib/services/warn-expiring-key";

/** A week before a key ends, its athlete is told. */
export const warnExpiringKeys = (inngest: InngestClient) =>
  inngest.createFunction(
    { id: "warn-expiring-keys", triggers: [cron(schedule.warnExpiringKeys.cron)], retries: 2 },
    async ({ step }) => {
      const { connections } = await step.run("find keys that end", () =>
        dispatchKeyWarnings(systemContext()),
      );
      for (const [place, { athleteId, connectionId }] of connections.entries()) {
        await step.run(`tell athlete ${place + 1}`, async () =>
          warnExpiringKey(await athleteContextForJob(athleteId), connectionId),
        );
      }
      return { told: connections.length };
    },
  );
