import "server-only";
import { activityNames } from "@/db/queries/activity-names";
import { curvesBetween } from "@/db/queries/curves-between";
import { topEfforts } from "@/db/queries/top-efforts";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import { topMeans } from "@/lib/training/capacity/top-means";
import { describeRaceOutlook } from "./describe-race-outlook";

const PLACES = 3;

/** The three best of a sport by distance and by time, up to a day; for runners what races they promise. */
export async function listRecords(
  tx: AthleteTx,
  wanted: {
    readonly sport: Sport /** Null without a record by time. */;
    readonly kind: CurveKind | null;
    readonly to: LocalDate;
  },
) {
  const { sport, kind, to } = wanted;
  const efforts = await topEfforts(tx, { sport, from: null, to, places: PLACES });
  const curves = kind === null ? [] : await curvesBetween(tx, { sport, kind, from: null, to });
  const means = topMeans(curves);
  const ids = means.flatMap(({ places }) => places.map(({ curve }) => curve.activityId));
  const names = await activityNames(tx, ids);
  return {
    efforts,
    means,
    titles: new Map(names.map(({ id, title }) => [id, title])),
    outlook: sport === "running" ? await describeRaceOutlook(tx, to) : null,
  };
}
