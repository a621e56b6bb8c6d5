import { and, eq, or } from "drizzle-orm";
import { recordingSeparations as table } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";

/** A session of a file, by its content. */
export type RecordingContent = { readonly sha256: string; readonly sessionIndex: number };
type Pair = readonly [RecordingContent, RecordingContent];

/** Remembers that the recordings of each pair are of two activities. */
export async function separateRecordings(tx: AthleteTx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.db
    .insert(table)
    .values(pairs.map((pair) => ({ ...inOrder(pair), athleteId: tx.athleteId })))
    .onConflictDoNothing();
}

/** Forgets it again. */
export async function unseparateRecordings(tx: AthleteTx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const same = pairs
    .map(inOrder)
    .map((pair) =>
      and(
        eq(table.oneSha256, pair.oneSha256),
        eq(table.oneSession, pair.oneSession),
        eq(table.otherSha256, pair.otherSha256),
        eq(table.otherSession, pair.otherSession),
      ),
    );
  await tx.db.delete(table).where(and(eq(table.athleteId, tx.athleteId), or(...same)));
}

/** A pair has one row, whichever of the two is named first. */
function inOrder([a, b]: Pair) {
  const isInOrder =
    a.sha256 < b.sha256 || (a.sha256 === b.sha256 && a.sessionIndex <= b.sessionIndex);
  const [one, other] = isInOrder ? [a, b] : [b, a];
  return {
    oneSha256: one.sha256,
    oneSession: one.sessionIndex,
    otherSha256: other.sha256,
    otherSession: other.sessionIndex,
  };
}
