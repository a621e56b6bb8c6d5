import type { ChannelName } from "@/lib/training/activity/activity-types";
import { RECORD_FIELD } from "./fit-wanted";

/** Where a channel comes from in a record, and its scale in the profile. */
export type FitChannel = {
  readonly channel: ChannelName;
  /** The enhanced field first: a definition that has it goes without the plain one. */
  readonly fields: readonly number[];
  /** The same by the SDK's names. */
  readonly names: readonly [string, string?];
  /** The value is raw / scale - offset. */
  readonly scale: number;
  readonly offset: number;
  /** The field that a developer field may stand for; null where none is looked for. */
  readonly nativeField: number | null;
};

const SEMICIRCLES_PER_DEG = 2 ** 31 / 180;
const { altitude, enhancedAltitude, enhancedSpeed, speed } = RECORD_FIELD;

export const FIT_CHANNELS: readonly FitChannel[] = [
  plain("powerW", "power"),
  plain("heartRateBpm", "heartRate"),
  {
    channel: "speedMps",
    fields: [enhancedSpeed, speed],
    names: ["enhancedSpeed", "speed"],
    scale: 1000,
    offset: 0,
    nativeField: speed,
  },
  plain("cadenceRpm", "cadence"),
  {
    channel: "altitudeM",
    fields: [enhancedAltitude, altitude],
    names: ["enhancedAltitude", "altitude"],
    scale: 5,
    offset: 500,
    nativeField: null,
  },
  { ...plain("distanceM", "distance"), scale: 100 },
  position("latitudeDeg", "positionLat", RECORD_FIELD.latitude),
  position("longitudeDeg", "positionLong", RECORD_FIELD.longitude),
  { ...plain("temperatureC", "temperature"), nativeField: null },
];

function plain(
  channel: ChannelName,
  name: "power" | "heartRate" | "cadence" | "distance" | "temperature",
): FitChannel {
  const field = RECORD_FIELD[name];
  return { channel, fields: [field], names: [name], scale: 1, offset: 0, nativeField: field };
}

function position(channel: ChannelName, name: string, field: number): FitChannel {
  return {
    ...{ channel, fields: [field], names: [name] },
    ...{ scale: SEMICIRCLES_PER_DEG, offset: 0, nativeField: null },
  };
}
