import "server-only";
import type { ShownCurves } from "@/components/activity/curve-card";
import { type CurveView, curveViewFrom } from "@/components/activity/curve-view";
import { isJourney } from "@/components/activity/is-journey";
import { activityCurves } from "@/db/queries/activity-curves";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { curvesBetween } from "@/db/queries/curves-between";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { estimateCriticalPower } from "@/lib/services/estimate-critical-power";
import { curveEnvelope } from "@/lib/training/capacity/curve-envelope";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The activity's curves with what they are held against; null without any. */
export async function loadCurves(
  activity: ActivityDetail,
  search: SearchParams,
): Promise<ShownCurves | null> {
  const ctx = await requireAthlete();
  return ctx.tx(async (tx) => {
    const stored = await activityCurves(tx, activity.id);
    const curves = stored.filter(({ kind }) => kind !== "speed" || isJourney(activity));
    const view = curveViewFrom(
      search,
      curves.map(({ kind }) => kind),
    );
    if (view === null) return null;
    const { sport, id } = activity;
    const days = daysAgainst(view.against, activity);
    const found = await curvesBetween(tx, { sport, kind: view.kind, ...days });
    // Chosen days may be those of the activity itself.
    const others = found.filter(({ activityId }) => activityId !== id);
    const reference =
      others.length === 0 ? null : { envelope: curveEnvelope(others), count: others.length };
    return { view, curves, reference };
  });
}

function daysAgainst(against: CurveView["against"], { day, startedAt }: ActivityDetail) {
  if (against.key === "period") return { from: against.from, to: against.to };
  const from = against.days === null ? null : addDays(day, -against.days);
  return { from, to: day, startedBefore: startedAt };
}

/** Critical power of the activity's day; null for anything but a ride with power. */
export async function loadCriticalPower(activity: ActivityDetail) {
  if (activity.sport !== "cycling" || activity.metrics.avgPower?.value == null) return null;
  const ctx = await requireAthlete();
  return ctx.tx((tx) => estimateCriticalPower(tx, activity.day));
}
