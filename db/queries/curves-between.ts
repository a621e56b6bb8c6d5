import { eq, gte, lt, lte } from "drizzle-orm";
import { decodeBests } from "@/db/curves/curve-codec";
import { storedCurves } from "@/db/curves/stored-curves";
import { activities } from "@/db/schema/activities";
import { activityCurves } from "@/db/schema/bests";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import type { StoredBests } from "@/lib/training/capacity/curve-envelope";

export type DatedBests = StoredBests & { readonly day: LocalDate };

export type CurvesWanted = {
  readonly sport: Sport;
  readonly kind: CurveKind;
  /** Null for all time. */
  readonly from: LocalDate | null;
  /** The last day, included. */
  readonly to: LocalDate;
  /** Only activities that started before this moment. */
  readonly startedBefore?: Date;
};

/** The curves of one kind of all activities of a sport on these days, oldest first. */
export async function curvesBetween(tx: AthleteTx, wanted: CurvesWanted): Promise<DatedBests[]> {
  const { sport, kind, from, to, startedBefore } = wanted;
  const found = await storedCurves(tx, [
    eq(activityCurves.kind, kind),
    eq(activities.sport, sport),
    lte(activities.day, to),
    from === null ? undefined : gte(activities.day, from),
    startedBefore === undefined ? undefined : lt(activities.startedAt, startedBefore),
  ]);
  return found.map(({ activityId, day, grid, bests }) => ({
    activityId,
    day,
    bests: decodeBests(kind, grid, bests),
  }));
}
