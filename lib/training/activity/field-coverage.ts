/**
 * How many seconds of a recording hold a value, per kind of data.
 * SIG-8: what the choice between several recordings of one activity is made of.
 * Reference: science.md 0.
 * Valid: 1 Hz streams; a channel of zeros is a sensor that was not there and counts for nothing.
 */
import type { Channel, ChannelName, Streams } from "./activity-types";

export const RECORDED_FIELDS = [
  "power",
  "heartRate",
  "speed",
  "cadence",
  "altitude",
  "position",
  "temperature",
] as const;
export type RecordedField = (typeof RECORDED_FIELDS)[number];
export type FieldCoverage = Readonly<Partial<Record<RecordedField, number>>>;

export const FIELD_CHANNELS: Readonly<Record<RecordedField, readonly ChannelName[]>> = {
  power: ["powerW"],
  heartRate: ["heartRateBpm"],
  speed: ["speedMps", "distanceM"],
  cadence: ["cadenceRpm"],
  altitude: ["altitudeM"],
  position: ["latitudeDeg", "longitudeDeg"],
  temperature: ["temperatureC"],
};

/** Of these zero is a measurement. */
const MAY_BE_ZERO: ReadonlySet<RecordedField> = new Set(["altitude", "position", "temperature"]);

/** Seconds per field; fields without any are left out. */
export function fieldCoverage({ channels }: Streams): FieldCoverage {
  const coverage: Partial<Record<RecordedField, number>> = {};
  for (const field of RECORDED_FIELDS) {
    const seconds = FIELD_CHANNELS[field].map((name) =>
      validSeconds(channels[name], MAY_BE_ZERO.has(field)),
    );
    const most = Math.max(...seconds);
    if (most > 0) coverage[field] = most;
  }
  return coverage;
}

function validSeconds(channel: Channel | undefined, mayBeZero: boolean): number {
  if (!channel) return 0;
  let seconds = 0;
  let hasPositive = mayBeZero;
  for (let s = 0; s < channel.valid.length; s++) {
    if (channel.valid[s] !== 1) continue;
    seconds++;
    if ((channel.values[s] as number) > 0) hasPositive = true;
  }
  return hasPositive ? seconds : 0;
}
