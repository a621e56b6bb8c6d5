import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
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
  return statement(tx.db).execute({ athleteId: tx.athleteId });
}

const { id, provider, problemCode, status, connectedAt } = connections;

const statement = prepared("formline_morning_sources", (db) =>
  db
    .select({ id, provider, problemCode })
    .from(connections)
    .where(
      and(
        eq(connections.athleteId, sql.placeholder("athleteId")),
        eq(status, "connected"),
        inArray(provider, OF_NIGHTS),
      ),
    )
    .orderBy(asc(connectedAt), asc(id)),
);
