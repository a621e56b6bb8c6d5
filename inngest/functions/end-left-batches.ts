import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { endLeftBatches } from "@/lib/services/end-left-batches";

/** Nothing of an athlete's stays at a provider that is no longer asked. */
export const endBatchesLeft = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "end-left-batches",
      triggers: [events.serverStarted, cron(schedule.endLeftBatches.cron)],
      retries: 2,
    },
    ({ step }) => step.run("call back and delete", () => endLeftBatches(systemContext())),
  );
