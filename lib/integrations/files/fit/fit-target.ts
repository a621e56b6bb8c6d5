import type { DeviceValues } from "@/lib/training/activity/activity-types";
import type { PlannedTarget } from "@/lib/training/plan/planned-workout";
import { enumField, type FitFields, numberField } from "./fit-content";

const MM_PER_M = 1000;
/** Up to here a share of the athlete's maximum or threshold in percent, above it a value plus this. */
const HEART_RATE_OFFSET = 100;
const POWER_OFFSET = 1000;
const HEART_RATE_ZONES = 5;

const KINDS: Readonly<Record<string, PlannedTarget["kind"]>> = {
  speed: "speed",
  speedLap: "speed",
  heartRate: "heart_rate",
  heartRateLap: "heart_rate",
  cadence: "cadence",
  power: "power",
  power3s: "power",
  power10s: "power",
  power30s: "power",
  powerLap: "power",
};

const OPEN: PlannedTarget = { kind: "open", low: null, high: null };

/** What a step of the device's workout asks to hold, by the limits that the device had then. */
export function fitTarget(fields: FitFields, values: DeviceValues): PlannedTarget {
  const kind = KINDS[enumField(fields, "targetType") ?? ""];
  if (kind === undefined) return OPEN;
  const zone = numberField(fields, "targetValue") ?? 0;
  const ends = [
    numberField(fields, "customTargetValueLow"),
    numberField(fields, "customTargetValueHigh"),
  ].map((end) => (end === 0 ? null : end));
  const [low = null, high = null] = ends;
  if (low !== null || high !== null) return custom(kind, low, high, values);
  return zone > 0 ? inZone(kind, zone, values) : OPEN;
}

function custom(
  kind: PlannedTarget["kind"],
  low: number | null,
  high: number | null,
  values: DeviceValues,
): PlannedTarget {
  const value = (end: number | null) => (end === null ? null : inUnit(kind, end, values));
  const ends = { low: value(low), high: value(high) };
  if (ends.low !== undefined && ends.high !== undefined) {
    return { kind, low: ends.low, high: ends.high };
  }
  const reason =
    kind === "power"
      ? "The target is a share of a threshold power that the file does not tell."
      : "The target is a share of a maximal heart rate that the file does not tell.";
  return { kind, low: null, high: null, reason };
}

/** In W, bpm, m/s or rpm; undefined for a share of something that the file does not tell. */
function inUnit(
  kind: PlannedTarget["kind"],
  end: number,
  { ftpW, maxHeartRateSettingBpm }: DeviceValues,
): number | undefined {
  if (kind === "speed") return end / MM_PER_M;
  if (kind === "cadence") return end;
  const [offset, whole] =
    kind === "power" ? [POWER_OFFSET, ftpW] : [HEART_RATE_OFFSET, maxHeartRateSettingBpm];
  if (end > offset) return end - offset;
  return whole === undefined ? undefined : (end / 100) * whole;
}

/** Between the device's own boundaries, where they begin with the beginning of zone 1. */
function inZone(kind: PlannedTarget["kind"], zone: number, values: DeviceValues): PlannedTarget {
  const boundaries = boundariesFromZoneOne(kind, values);
  const low = boundaries[zone - 1];
  const high = boundaries[zone];
  if (low === undefined || high === undefined) {
    const reason = `The target is the device's zone ${zone}, and the file does not tell where that lies.`;
    return { kind, low: null, high: null, reason };
  }
  return { kind, low, high };
}

/** Some devices leave out where zone 1 begins, and then each boundary belongs to another zone. */
function boundariesFromZoneOne(
  kind: PlannedTarget["kind"],
  { powerZoneBoundariesW, heartRateZoneBoundariesBpm }: DeviceValues,
): readonly number[] {
  if (kind === "power" && powerZoneBoundariesW?.[0] === 0) return powerZoneBoundariesW;
  const isWhole = heartRateZoneBoundariesBpm?.length === HEART_RATE_ZONES + 1;
  return kind === "heart_rate" && isWhole ? heartRateZoneBoundariesBpm : [];
}
