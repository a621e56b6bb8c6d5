import { heartRateZones } from "@/lib/training/zones/heart-rate-zones";
import { paceZones } from "@/lib/training/zones/pace-zones";
import { powerZones } from "@/lib/training/zones/power-zones";
import { formatPace } from "@/lib/units/format-pace";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { ThresholdGroup } from "./group-thresholds";
import { thresholdText, thresholdUnit } from "./threshold-value";

export type ZoneSet = {
  readonly title: string;
  /** "from FTP 228 W" */
  readonly basis: string;
  readonly zones: readonly {
    readonly name: string;
    /** 1-7, for the palette. */
    readonly number: number;
    readonly range: string;
  }[];
};

const POWER_NAMES = [
  "1 Recovery",
  "2 Endurance",
  "3 Tempo",
  "4 Threshold",
  "5 VO₂max",
  "6 Anaerobic",
  "7 Neuromuscular",
] as const;
const HEART_RATE_NAMES = ["1", "2", "3", "4", "5a", "5b", "5c"] as const;
const PACE_NAMES = ["1", "2", "3", "4", "5", "6"] as const;

/** The zones that follow from what holds today, in the athlete's own units. */
export function prepareZones(groups: readonly ThresholdGroup[], units: UnitSystem): ZoneSet[] {
  return groups.flatMap((group) => {
    const set = zoneSetOf(group, units);
    return set ? [set] : [];
  });
}

function zoneSetOf(group: ThresholdGroup, units: UnitSystem): ZoneSet | null {
  const { kind, sport, current } = group;
  if (!current) return null;
  const value = `${thresholdText(kind, current.value, units)} ${thresholdUnit(kind, units)}`;
  switch (kind) {
    case "ftp_w":
      return {
        title: sport === "running" ? "Power, running" : "Power, cycling",
        basis: `from FTP ${value}`,
        zones: ranges(powerZones(current.value).map(firstWattOf), POWER_NAMES, "W"),
      };
    case "threshold_hr_bpm":
      return {
        title:
          sport === "cycling" || sport === "swimming"
            ? "Heart rate, cycling"
            : "Heart rate, on foot",
        basis: `from threshold heart rate ${value}`,
        zones: ranges(
          heartRateZones(current.value, sport === "any" ? "running" : sport),
          HEART_RATE_NAMES,
          "bpm",
        ),
      };
    case "threshold_speed_mps":
      return {
        title: "Pace, running",
        basis: `from threshold pace ${value}`,
        zones: paceRanges(paceZones(current.value, "running"), (speed) =>
          formatPace(speed, units, "run"),
        ),
      };
    case "critical_swim_speed_mps":
      return {
        title: "Pace, swimming",
        basis: `from critical swim speed ${value}`,
        zones: paceRanges(paceZones(current.value, "swimming"), (speed) =>
          formatPace(speed, units, "swim"),
        ),
      };
    default:
      return null;
  }
}

/** Whole numbers; a value at a boundary belongs to the zone above, so a zone ends one below it. */
function ranges(upper: readonly number[], names: readonly string[], unit: string) {
  return names.map((name, index) => {
    const number = index + 1;
    const [from, to] = [upper[index - 1], upper[index]];
    if (to === undefined) return { name, number, range: `${from} ${unit} and over` };
    if (from === undefined) return { name, number, range: `under ${to} ${unit}` };
    return { name, number, range: `${from}–${to - 1} ${unit}` };
  });
}

function paceRanges(upper: readonly number[], format: (speedMps: number) => string) {
  return PACE_NAMES.map((name, index) => {
    const number = index + 1;
    const [from, to] = [upper[index - 1], upper[index]];
    if (from === undefined) return { name, number, range: `slower than ${format(to ?? 0)}` };
    if (to === undefined) return { name, number, range: `${format(from)} and faster` };
    return { name, number, range: `${format(from).replace(/ .*/, "")}–${format(to)}` };
  });
}

/** The first whole watt of the zone above; 55 % of 200 W is 110, also in floating point. */
function firstWattOf(boundary: number): number {
  return Math.ceil(boundary - 1e-9);
}
