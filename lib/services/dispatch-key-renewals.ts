import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { wrappedKeysAfter } from "@/db/queries/athlete-keys";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import type { AthleteId } from "@/lib/ids";

const PAGE = 500;
const DAY_MS = 86_400_000;

/**
 * Sends one event for each athlete of the page whose key is at least `ageDays` old, once a day
 * at most. Returns the athlete to go on after, null when none is left.
 */
export async function dispatchKeyRenewals(
  ctx: SystemContext,
  { ageDays, after }: { readonly ageDays: number; readonly after: string | null },
): Promise<{ athletes: number; lastId: string | null }> {
  const day = ctx.now.toISOString().slice(0, 10);
  const madeBefore = ctx.now.getTime() - ageDays * DAY_MS;
  return ctx.tx(async (tx) => {
    const page = await wrappedKeysAfter(tx, { after: after as AthleteId | null, limit: PAGE });
    const due = page.filter((key) => (key.rotatedAt ?? key.createdAt).getTime() <= madeBefore);
    await enqueueEvent(
      tx,
      due.map(({ athleteId }) =>
        events.keyRenewalDue.create({ athleteId }, { id: `${athleteId}:key:${day}` }),
      ),
    );
    const lastId = page.length < PAGE ? null : (page.at(-1)?.athleteId ?? null);
    return { athletes: due.length, lastId };
  });
}
