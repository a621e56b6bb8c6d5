import type { Route } from "next";
import type { CurveSport } from "@/db/queries/curve-sports";
import { SPORTS, type Sport } from "@/lib/training/activity/sports";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import { kindsOf } from "./curves-view";

/** Sports with a record by time or by distance, the athlete's main one first. */
export function recordSports(
  known: readonly CurveSport[],
  withEfforts: readonly Sport[],
  mainSport: Sport,
): Sport[] {
  const sports = SPORTS.filter(
    (sport) => recordKind(known, sport) !== null || withEfforts.includes(sport),
  );
  return [...sports].sort((a, b) => Number(b === mainSport) - Number(a === mainSport));
}

/** What a sport's records by time are counted in: power where there is any, else speed. A heart rate is no record. */
export function recordKind(known: readonly CurveSport[], sport: Sport): CurveKind | null {
  const kinds = kindsOf(known, sport);
  const order = sport === "running" ? (["speed"] as const) : (["power", "speed"] as const);
  return order.find((kind) => kinds.includes(kind)) ?? null;
}

export function recordsHref(sport: Sport): Route {
  return `/fitness/records?sport=${sport}` as Route;
}
