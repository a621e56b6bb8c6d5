import { gte, inArray, lte } from "drizzle-orm";
import { decodeBests } from "@/db/curves/curve-codec";
import { storedCurves } from "@/db/curves/stored-curves";
import { activities } from "@/db/schema/activities";
import { activityCurves } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { TIRED_CURVES } from "@/lib/training/capacity/activity-curves";
import type { StoredBests } from "@/lib/training/capacity/curve-envelope";

export type TiredBests = StoredBests & { readonly afterKjPerKg: number };

/** The power curves after work of the rides on these days, the last included, oldest first. */
export async function tiredCurvesBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<TiredBests[]> {
  const kinds = TIRED_CURVES.map(({ kind }) => kind);
  const found = await storedCurves(tx, [
    inArray(activityCurves.kind, kinds),
    gte(activities.day, from),
    lte(activities.day, to),
  ]);
  return TIRED_CURVES.flatMap(({ kind, afterKjPerKg }) =>
    found
      .filter((row) => row.kind === kind)
      .map(({ activityId, grid, bests }) => ({
        activityId,
        afterKjPerKg,
        bests: decodeBests(kind, grid, bests),
      })),
  );
}
