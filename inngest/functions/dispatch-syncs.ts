import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchSyncs } from "@/lib/services/dispatch-syncs";

/** Finds the connections whose next sync has come. */
export const dispatchDueSyncs = (inngest: InngestClient) =>
  inngest.createFunction(
    { id: "dispatch-syncs", triggers: [cron(schedule.dispatchSyncs.cron)], retries: 2 },
    ({ step }) => step.run("find due connections", () => dispatchSyncs(systemContext())),
  );
