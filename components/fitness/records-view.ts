import type { Route } from "next";
import type { CurveSport } from "@/db/queries/curve-sports";
import type { Sport } from "@/lib/training/activity/activity-types";
import type { CurveKind } from "@/lib/training/capacity/activity-curves";
import { curveSportsInOrder, kindsOf } from "./curves-view";

/** The sport of the address among those with a curve; the main one, or null, without. */
export function recordsSportFrom(
  wanted: string | string[] | undefined,
  known: readonly CurveSport[],
  mainSport: Sport,
): Sport | null {
  const sports = curveSportsInOrder(known, mainSport).filter(
    (sport) => recordKind(known, sport) !== null,
  );
  return sports.find((sport) => sport === wanted) ?? sports[0] ?? null;
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
