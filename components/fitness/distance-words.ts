import { METRES_PER_MILE } from "@/lib/units/conversion";

const NAMES: Readonly<Record<number, string>> = {
  [METRES_PER_MILE]: "1 mile",
  [2 * METRES_PER_MILE]: "2 miles",
  21097.5: "Half marathon",
  42195: "Marathon",
};

/** A classic distance by its name, whatever the athlete's units: "400 m", "10 km", "Half marathon". */
export function distanceWords(distanceM: number): string {
  const name = NAMES[distanceM];
  if (name !== undefined) return name;
  return distanceM < 1000 || distanceM % 500 !== 0 || distanceM === 1500
    ? `${Math.round(distanceM)} m`
    : `${distanceM / 1000} km`;
}
