import { and, eq } from "drizzle-orm";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

type Row = typeof recordings.$inferInsert;

/** What reading and combining found about one recording. */
export type CombinedNote = Pick<
  Row,
  "sport" | "startedAt" | "utcOffsetS" | "day" | "elapsedS" | "timerS" | "device"
> & {
  readonly distanceM: number | null;
  readonly coverage: Row["coverage"];
  readonly wins: NonNullable<Row["wins"]>;
  readonly combinedAt: Date;
};

/** Keeps what a recording holds and what its activity takes from it. */
export async function noteCombined(
  tx: AthleteTx,
  recordingId: string,
  note: CombinedNote | { readonly combinedAt: Date },
): Promise<void> {
  if (!isUuid(recordingId)) return;
  await tx.db
    .update(recordings)
    .set(note)
    .where(and(eq(recordings.athleteId, tx.athleteId), eq(recordings.id, recordingId)));
}
