import "server-only";
import { curvesBetween } from "@/db/queries/curves-between";
import { topEfforts } from "@/db/queries/top-efforts";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { topMeans } from "@/lib/training/capacity/top-means";
import type { DetectorActivity, DetectorBest } from "@/lib/training/insights/detector-input";

const DAYS = 7;
const PLACES = 2;

/** The bests of all time that the week up to `day` brought, each with the one that it beat. */
export async function detectorBests(
  tx: AthleteTx,
  day: LocalDate,
  activities: readonly Pick<DetectorActivity, "sport" | "day">[],
): Promise<DetectorBest[]> {
  const since = addDays(day, -DAYS);
  const hasNew = (sport: string) =>
    activities.some((activity) => activity.sport === sport && activity.day > since);
  // Years of curves are read only after a week that may have brought a best.
  const runs = hasNew("running") ? await fastestRuns(tx, day) : [];
  const rides = hasNew("cycling") ? await strongestRides(tx, day) : [];
  return [...runs, ...rides].filter((best) => best.day > since);
}

async function fastestRuns(tx: AthleteTx, to: LocalDate): Promise<DetectorBest[]> {
  const efforts = await topEfforts(tx, { sport: "running", from: null, to, places: PLACES });
  return efforts.flatMap((first, i) => {
    const second = efforts[i + 1];
    const isFirst = efforts[i - 1]?.distanceM !== first.distanceM;
    if (!isFirst || second?.distanceM !== first.distanceM) return [];
    return {
      sport: "running",
      span: { value: first.distanceM, unit: "m" },
      value: first.durationS,
      before: second.durationS,
      unit: "s",
      day: first.day,
      beforeDay: second.day,
      activityId: first.activityId,
    };
  });
}

async function strongestRides(tx: AthleteTx, to: LocalDate): Promise<DetectorBest[]> {
  const curves = await curvesBetween(tx, { sport: "cycling", kind: "power", from: null, to });
  return topMeans(curves).flatMap(({ durationS, places: [first, second] }) =>
    first && second
      ? {
          sport: "cycling",
          span: { value: durationS, unit: "s" },
          value: first.value,
          before: second.value,
          unit: "W",
          day: first.curve.day,
          beforeDay: second.curve.day,
          activityId: first.curve.activityId,
        }
      : [],
  );
}
