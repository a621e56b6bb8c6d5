import { and, eq } from "drizzle-orm";
import { sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

/** The original of one of the athlete's files as it is stored (raw deflate); null without one. */
export async function sourceContent(tx: AthleteTx, id: string): Promise<Uint8Array | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.db
    .select({ content: sourceFiles.content })
    .from(sourceFiles)
    .where(and(eq(sourceFiles.athleteId, tx.athleteId), eq(sourceFiles.id, id)));
  return row?.content ?? null;
}
