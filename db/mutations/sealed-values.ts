import { and, asc, eq, isNotNull } from "drizzle-orm";
import { sentFacts } from "@/db/schema/assistant";
import { connections, oauthAttempts } from "@/db/schema/connections";
import type { AthleteTx } from "@/db/scope";

/** Every column that is sealed with the athlete's own key: what a new key has to seal again. */
export type SealedColumn =
  | "connections.credentials"
  | "oauth_attempts.verifier"
  | "sent_facts.facts";

export type SealedValue = {
  readonly column: SealedColumn;
  readonly rowId: string;
  readonly sealed: Uint8Array;
};

/** All that is sealed with the athlete's key; its rows are locked until the transaction ends. */
export async function lockSealedValues(tx: AthleteTx): Promise<SealedValue[]> {
  const credentials = await tx.db
    .select({ rowId: connections.id, sealed: connections.credentials })
    .from(connections)
    .where(and(eq(connections.athleteId, tx.athleteId), isNotNull(connections.credentials)))
    .orderBy(asc(connections.id))
    .for("update");
  const verifiers = await tx.db
    .select({ rowId: oauthAttempts.stateHash, sealed: oauthAttempts.verifier })
    .from(oauthAttempts)
    .where(eq(oauthAttempts.athleteId, tx.athleteId))
    .orderBy(asc(oauthAttempts.stateHash))
    .for("update");
  const facts = await tx.db
    .select({ rowId: sentFacts.callId, sealed: sentFacts.facts })
    .from(sentFacts)
    .where(eq(sentFacts.athleteId, tx.athleteId))
    .orderBy(asc(sentFacts.callId))
    .for("update");
  return [
    ...credentials.flatMap(({ rowId, sealed }) =>
      sealed === null ? [] : [{ column: "connections.credentials" as const, rowId, sealed }],
    ),
    ...verifiers.map((row) => ({ column: "oauth_attempts.verifier" as const, ...row })),
    ...facts.map((row) => ({ column: "sent_facts.facts" as const, ...row })),
  ];
}

export async function replaceSealedValue(
  tx: AthleteTx,
  { column, rowId, sealed }: SealedValue,
): Promise<void> {
  if (column === "connections.credentials") {
    await tx.db
      .update(connections)
      .set({ credentials: sealed })
      .where(and(eq(connections.athleteId, tx.athleteId), eq(connections.id, rowId)));
    return;
  }
  if (column === "sent_facts.facts") {
    await tx.db
      .update(sentFacts)
      .set({ facts: sealed })
      .where(and(eq(sentFacts.athleteId, tx.athleteId), eq(sentFacts.callId, rowId)));
    return;
  }
  await tx.db
    .update(oauthAttempts)
    .set({ verifier: sealed })
    .where(and(eq(oauthAttempts.athleteId, tx.athleteId), eq(oauthAttempts.stateHash, rowId)));
}
