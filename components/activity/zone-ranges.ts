import type { TimeInZone } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { formatDuration } from "@/lib/units/format-duration";
import { paceUnit } from "@/lib/units/pace-basis";
import type { UnitSystem } from "@/lib/units/unit-system";

export type ZoneRow = {
  readonly zone: number;
  /** "under 126", "126–144", "171 +"; paces "over 6:40", "under 5:00". */
  readonly range: string;
  readonly seconds: number;
  /** 0-1 of all seconds in zones; null when there are none. */
  readonly share: number | null;
};

/** Zones as rows: number, boundaries as the athlete reads them, seconds and share. */
export function zoneRows(zones: TimeInZone, sport: Sport, units: UnitSystem): ZoneRow[] {
  const total = zones.seconds.reduce((sum, seconds) => sum + seconds, 0);
  return zones.seconds.map((seconds, i) => ({
    zone: i + 1,
    range:
      zones.unit === "m/s"
        ? paceRange(zones.boundaries, i, sport, units)
        : plainRange(zones.boundaries, i),
    seconds,
    share: total > 0 ? seconds / total : null,
  }));
}

/** What the boundaries count, "bpm", "W" or "/km". */
export function zoneUnit(zones: TimeInZone, sport: Sport, units: UnitSystem): string {
  return zones.unit === "m/s" ? paceUnit(units, basis(sport)).label : zones.unit;
}

function plainRange(boundaries: readonly number[], zone: number): string {
  const low = boundaries[zone - 1];
  const high = boundaries[zone];
  if (low === undefined) return high === undefined ? "all" : `under ${Math.ceil(high)}`;
  // The boundary itself belongs to the zone above.
  return high === undefined ? `${Math.ceil(low)} +` : `${Math.ceil(low)}–${Math.ceil(high) - 1}`;
}

function paceRange(
  boundaries: readonly number[],
  zone: number,
  sport: Sport,
  units: UnitSystem,
): string {
  const { metres } = paceUnit(units, basis(sport));
  const pace = (speedMps: number) => formatDuration(metres / speedMps);
  const slow = boundaries[zone - 1];
  const fast = boundaries[zone];
  if (slow === undefined) return fast === undefined ? "all" : `over ${pace(fast)}`;
  return fast === undefined ? `under ${pace(slow)}` : `${pace(slow)}–${pace(fast)}`;
}

function basis(sport: Sport): "run" | "swim" {
  return sport === "swimming" ? "swim" : "run";
}
