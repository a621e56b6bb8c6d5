import { and, eq, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
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
  const { owner, seconds, isPatient } = claim;
  const now = sql`extract(epoch from clock_timestamp())`;
  const held = (name: string) => sql`(${connectionCursors.position} ->> ${name}::text)::float8`;
  const isFree = sql`(coalesce(${held("until")}, 0) < ${now}
    or ${connectionCursors.position} ->> 'owner' = ${owner}::text)`;
  const isNext = isPatient ? sql`coalesce(${held("waitsUntil")}, 0) < ${now}` : sql`true`;
  const waiting = sql`jsonb_build_object('waitsUntil', ${now} + ${WAITS_S}::int)`;
  const answer = await tx.db.execute(sql`
    with first as (
      select id from ${connections} where athlete_id = ${tx.athleteId} order by id limit 1
    ), claimed as (
      insert into ${connectionCursors} (athlete_id, connection_id, kind, position)
      select ${tx.athleteId}, first.id, ${TURN},
        jsonb_build_object('owner', ${owner}::text, 'until', ${now} + ${seconds}::int)
      from first
      on conflict (connection_id, kind) do update
        set position = case when ${isFree} and ${isNext} then excluded.position
          else ${connectionCursors.position} || ${waiting} end
        where ${connectionCursors.athleteId} = ${tx.athleteId}
          and (not ${isPatient}::boolean or (${isFree} and ${isNext}))
      returning position ->> 'owner' as owner
    )
    select not exists (select from first)
      or exists (select from claimed where owner = ${owner}) as claimed`);
  return rows<{ claimed: boolean }>(answer)[0]?.claimed ?? false;
}

/** Gives the turn back, if `owner` still has it; who waits is still noted. */
export async function releaseTurn(tx: AthleteTx, owner: string): Promise<void> {
  await releaseStatement(tx.db).execute({ athleteId: tx.athleteId, owner });
}

const releaseStatement = prepared("formline_release_turn", (db) =>
  db
    .update(connectionCursors)
    .set({ position: sql`${connectionCursors.position} - 'owner' - 'until'` })
    .where(
      and(
        eq(connectionCursors.athleteId, sql.placeholder("athleteId")),
        eq(connectionCursors.kind, TURN),
        sql`${connectionCursors.position} ->> 'owner' = ${sql.placeholder("owner")}`,
      ),
    ),
);
