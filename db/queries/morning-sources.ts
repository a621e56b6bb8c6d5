import { and, asc, eq, inArray } from "drizzle-orm";
import { connections } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";
import type { Provider } from "@/lib/training/source/providers";

export type MorningSource = {
  readonly id: string;
  readonly provider: Provider;
  /** Null when its last sync went well. */
  readonly problemCode: string | null;
};

/** The connections that a night may come from, the oldest first. */
const OF_NIGHTS: Provider[] = ["garmin_personal", "garmin_connect", "garmin_partner"];

export async function morningSources(tx: AthleteTx): Promise<MorningSource[]> {
  const { id, provider, problemCode } = connections;
  return tx.db
    .select({ id, provider, problemCode })
    .from(connections)
    .where(
      and(
        eq(connections.athleteId, tx.athleteId),
        eq(connections.status, "connected"),
        inArray(connections.provider, OF_NIGHTS),
      ),
    )
    .orderBy(asc(connections.connectedAt), asc(connections.id));
}
