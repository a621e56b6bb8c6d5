import { and, eq, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { connectionCursors, connections } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";

const TURN = "turn";
/** So long somebody who looks again several times a second counts as waiting. */
const WAITS_S = 3;

export type TurnClaim = {
  readonly owner: string;
  readonly seconds: number;
  /** True: somebody else who waits goes first. */
  readonly isPatient: boolean;
};

/**
 * Claims the athlete's turn to sync until `seconds` from now, by the database's clock; claimed
 * again it is prolonged. False while another one has it; who is not patient is noted as waiting.
 * It stands with the athlete's first connection. True without any: there is nothing to sync.
 */
export async function claimTurn(tx: AthleteTx, claim: TurnClaim): Promise<boolean> {
  const [first] = await tx.db
    .select({ id: connections.id })
    .from(connections)
    .where(eq(connections.athleteId, tx.athleteId))
    .orderBy(connections.id)
    .limit(1);
  if (!first) return true;
  const { owner, seconds, isPatient } = claim;
  const now = sql`extract(epoch from clock_timestamp())`;
  const held = (name: string) => sql`(${connectionCursors.position} ->> ${name}::text)::float8`;
  const isFree = sql`(coalesce(${held("until")}, 0) < ${now}
    or ${connectionCursors.position} ->> 'owner' = ${owner}::text)`;
  const isNext = isPatient ? sql`coalesce(${held("waitsUntil")}, 0) < ${now}` : sql`true`;
  const claimed = await tx.db.execute(sql`
    insert into ${connectionCursors} (athlete_id, connection_id, kind, position)
    values (${tx.athleteId}, ${first.id}, ${TURN},
      jsonb_build_object('owner', ${owner}::text, 'until', ${now} + ${seconds}::int))
    on conflict (connection_id, kind) do update
      set position = excluded.position
      where ${connectionCursors.athleteId} = ${tx.athleteId} and ${isFree} and ${isNext}
    returning kind`);
  if (rows(claimed).length > 0) return true;
  if (!isPatient) {
    const waiting = sql`jsonb_build_object('waitsUntil', ${now} + ${WAITS_S}::int)`;
    await tx.db
      .update(connectionCursors)
      .set({ position: sql`${connectionCursors.position} || ${waiting}` })
      .where(turnOf(tx));
  }
  return false;
}

/** Gives the turn back, if `owner` still has it; who waits is still noted. */
export async function releaseTurn(tx: AthleteTx, owner: string): Promise<void> {
  await tx.db
    .update(connectionCursors)
    .set({ position: sql`${connectionCursors.position} - 'owner' - 'until'` })
    .where(and(turnOf(tx), sql`${connectionCursors.position} ->> 'owner' = ${owner}`));
}

function turnOf(tx: AthleteTx) {
  return and(eq(connectionCursors.athleteId, tx.athleteId), eq(connectionCursors.kind, TURN));
}
