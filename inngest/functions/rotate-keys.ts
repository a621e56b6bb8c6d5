import { cron } from "inngest";
import type { InngestClient } from "@/inngest/client";
import { events } from "@/inngest/events";
import { schedule } from "@/inngest/schedule";
import { systemContext } from "@/lib/auth/context";
import { dispatchKeyRenewals } from "@/lib/services/dispatch-key-renewals";
import { resealReceipts, rewrapKeys } from "@/lib/services/rewrap-keys";

/** An athlete's key is replaced when it is older than this. */
const LONGEST_DAYS = 365;

type Part = { readonly lastId: string | null };

/**
 * After a start with a new key in the ring, and every week: everything goes under the current
 * key, so that the former one can be taken out; and athletes' keys that have grown old are replaced.
 */
export const rotateKeys = (inngest: InngestClient) =>
  inngest.createFunction(
    {
      id: "rotate-keys",
      triggers: [events.serverStarted, cron(schedule.rotateKeys.cron)],
      retries: 4,
      concurrency: [{ limit: 1 }],
    },
    async ({ step }) => {
      const inParts = async (name: string, work: (after: string | null) => Promise<Part>) => {
        let after: string | null = null;
        for (let part = 1; part === 1 || after !== null; part++) {
          const cursor: string | null = after;
          const done: Part = await step.run(`${name}, part ${part}`, () => work(cursor));
          after = done.lastId;
        }
      };
      await inParts("wrap athletes' keys", (after) => rewrapKeys(systemContext(), after));
      await inParts("seal messages", (after) => resealReceipts(systemContext(), after));
      await inParts("find old keys", (after) =>
        dispatchKeyRenewals(systemContext(), { ageDays: LONGEST_DAYS, after }),
      );
    },
  );
