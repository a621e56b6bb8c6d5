import type { DeviceValues, Streams, TimeInZone } from "@/lib/training/activity/activity-types";
import { timeInZone } from "@/lib/training/zones/time-in-zone";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { formatSigned } from "@/lib/units/format-signed";
import { zoneRows } from "./zone-ranges";

export type DeviceZoneRow = {
  readonly range: string;
  readonly device: string;
  /** Our seconds within the same boundaries; a dash where they cannot be counted. */
  readonly ours: string;
  /** Ours less the device's, in seconds. */
  readonly difference: string;
};

export type DeviceZones = { readonly finding: string; readonly rows: readonly DeviceZoneRow[] };

type Counted = { readonly seconds: readonly number[]; readonly boundaries?: readonly number[] };

/** The device's own time in its own zones, with ours in the same ones; null when it kept none. */
export function deviceZones(
  kind: "power" | "heartRate",
  device: DeviceValues,
  streams: Streams | null,
): DeviceZones | null {
  const counted = kind === "power" ? powerOf(device) : heartRateOf(device);
  if (counted === null || !counted.seconds.some((seconds) => seconds > 0)) return null;
  const { seconds, boundaries } = counted;
  const unit = kind === "power" ? "W" : "bpm";
  const channel = streams?.channels[kind === "power" ? "powerW" : "heartRateBpm"];
  const own =
    streams && channel && boundaries
      ? timeInZone(channel, streams.timerOn, boundaries, unit).seconds
      : null;
  const ranges = boundaries ? rangesOf({ boundaries, seconds, unit, formula: "" }) : [];
  const rows = seconds.map((inZone, i) => ({
    range: ranges[i] ?? `Zone ${i}`,
    device: formatDuration(inZone),
    ours: formatDuration(own?.[i] ?? null),
    // Of the whole seconds that are shown, so that they add up.
    difference: own === null ? NO_VALUE : formatSigned((own[i] ?? 0) - Math.round(inZone)),
  }));
  const isEmpty = (i: number) => seconds[i] === 0 && (own?.[i] ?? 0) === 0;
  // Devices open their zones below 0 W and above 4000: a bucket of nobody's.
  const inner = rows.filter((_, i) => !((i === 0 || i === rows.length - 1) && isEmpty(i)));
  return { finding: findingOf(seconds, own), rows: inner };
}

function powerOf(device: DeviceValues): Counted | null {
  return counted(device.powerZoneSeconds, device.powerZoneBoundariesW);
}

function heartRateOf(device: DeviceValues): Counted | null {
  return counted(device.heartRateZoneSeconds, device.heartRateZoneBoundariesBpm);
}

function counted(
  seconds: readonly number[] | undefined,
  boundaries: readonly number[] | undefined,
): Counted | null {
  if (seconds === undefined) return null;
  return boundaries === undefined ? { seconds } : { seconds, boundaries };
}

function rangesOf(zones: TimeInZone): string[] {
  // Neither beats nor watts depend on the sport or the units.
  return zoneRows(zones, "cycling", "metric").map(({ range }) => range);
}

/** Beyond this the device left some of the time out, as watches do with rests in a pool. */
const SAME_TIME = 0.05;

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function findingOf(device: readonly number[], own: readonly number[] | null): string {
  if (own === null)
    return "The file does not say where these zones end, so ours cannot stand beside.";
  const total = sumOf(device);
  const ownTotal = sumOf(own);
  if (Math.abs(ownTotal / total - 1) > SAME_TIME) {
    return `The device counted ${formatDuration(total)}, we ${formatDuration(ownTotal)} of the same recording.`;
  }
  const apart = device.reduce((sum, seconds, i) => sum + Math.abs((own[i] ?? 0) - seconds), 0);
  const share = Math.round((apart / 2 / total) * 100);
  return share === 0
    ? "Counted by us in the same zones, the times agree."
    : `Counted by us in the same zones, ${share} % of the time lies elsewhere.`;
}
