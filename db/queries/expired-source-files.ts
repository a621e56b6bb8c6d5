import { and, asc, eq, lt } from "drizzle-orm";
import { type SOURCE_KINDS, sourceFiles } from "@/db/schema/imports";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

type Expired = { readonly kind: (typeof SOURCE_KINDS)[number]; readonly before: Date };

const isExpired = ({ kind, before }: Expired) =>
  and(eq(sourceFiles.kind, kind), lt(sourceFiles.createdAt, before));

/** The athletes with an original of this kind that was kept before `before`; for dispatch alone. */
export async function athletesWithExpiredFiles(
  tx: SystemTx,
  expired: Expired,
): Promise<AthleteId[]> {
  const found = await tx.db
    .selectDistinct({ athleteId: sourceFiles.athleteId })
    .from(sourceFiles)
    .where(isExpired(expired))
    .orderBy(asc(sourceFiles.athleteId));
  return found.map(({ athleteId }) => athleteId);
}

/** The athlete's originals of this kind that were kept before `before`, the oldest first. */
export async function expiredSourceFiles(tx: AthleteTx, expired: Expired): Promise<string[]> {
  const found = await tx.db
    .select({ id: sourceFiles.id })
    .from(sourceFiles)
    .where(and(eq(sourceFiles.athleteId, tx.athleteId), isExpired(expired)))
    .orderBy(asc(sourceFiles.createdAt), asc(sourceFiles.id));
  return found.map(({ id }) => id);
}
