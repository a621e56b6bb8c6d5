import { FORBIDDABLE } from "@/lib/training/plan/injuries";
import type { RacePriority } from "@/lib/training/plan/race-priority";
import { formatDistance } from "@/lib/units/format-distance";
import type { Entry } from "./sort-entries";

type Forbiddable = (typeof FORBIDDABLE)[number];

export const PRIORITY_WORDS: Readonly<Record<RacePriority, string>> = {
  A: "A: the season is built for it",
  B: "B: a week of care before it",
  C: "C: trained through",
};

export const SPORT_WORDS: Readonly<Record<Forbiddable, string>> = {
  running: "Running",
  cycling: "Cycling",
  swimming: "Swimming",
  strength: "Strength",
};

/** "priority B", "knee, no running or strength"; null where nothing was said. */
export function entryDetail(entry: Entry): string | null {
  const { kind, bodyPart, forbidden } = entry;
  if (kind === "race") return raceDetail(entry);
  if (kind !== "injury") return null;
  const sports = forbiddable(forbidden)?.map((sport) => SPORT_WORDS[sport].toLowerCase());
  const without = sports && sports.length > 0 ? `no ${sports.join(" or ")}` : null;
  const where = bodyPart === "other" ? null : bodyPart;
  return [where, without].filter(Boolean).join(", ") || null;
}

/** "running, 42.2 km, priority A". */
function raceDetail({ raceSport, raceDistanceM, priority }: Entry): string | null {
  const distance = raceDistanceM === null ? null : formatDistance(raceDistanceM, "metric");
  return (
    [raceSport, distance, priority && `priority ${priority}`].filter(Boolean).join(", ") || null
  );
}

/** Those that the form has a box for. */
export function forbiddable(sports: Entry["forbidden"]): Forbiddable[] | null {
  return sports && FORBIDDABLE.filter((sport) => sports.includes(sport));
}
