import FitParser from "fit-file-parser";
import type { ChannelName } from "@/lib/training/activity/activity-types";
import type { TimedColumns } from "../columns/timed-columns";
import { FIT_EPOCH_S, type FitContent, type FitFields } from "./fit-content";

type Message = Readonly<Record<string, unknown>>;

const CHANNELS: readonly [ChannelName, readonly [string, string?]][] = [
  ["powerW", ["power"]],
  ["heartRateBpm", ["heart_rate"]],
  ["speedMps", ["enhanced_speed", "speed"]],
  ["cadenceRpm", ["cadence"]],
  ["altitudeM", ["enhanced_altitude", "altitude"]],
  ["distanceM", ["distance"]],
  ["latitudeDeg", ["position_lat"]],
  ["longitudeDeg", ["position_long"]],
  ["temperatureC", ["temperature"]],
];

/** The second decoder: reads compressed timestamps. Null when it finds no records. */
export async function decodeFitFallback(bytes: Uint8Array): Promise<FitContent | null> {
  const parser = new FitParser({
    force: true,
    mode: "list",
    speedUnit: "m/s",
    lengthUnit: "m",
    temperatureUnit: "celsius",
  });
  try {
    const parsed = await parser.parseAsync(Buffer.from(bytes));
    const content = contentOf(parsed as unknown as Message);
    return content.records.count > 0 ? content : null;
  } catch {
    // it throws or rejects on damaged files; the caller then keeps what the SDK salvaged
    return null;
  }
}

function contentOf(parsed: Message): FitContent {
  const list = (key: string): FitFields[] =>
    [parsed[key] ?? []]
      .flat()
      .flatMap((message) => (isMessage(message) ? [toSdkNames(message)] : []));
  const records = [parsed.records ?? []].flat().filter(isMessage);
  return {
    fileIds: list("file_ids"),
    records: collect(records),
    activities: list("activity"),
    sessions: list("sessions"),
    laps: list("laps"),
    lengths: list("lengths"),
    sets: list("sets"),
    events: list("events"),
    sports: list("sports"),
    workouts: [],
    workoutSteps: [],
    deviceInfos: list("device_infos"),
    timesInZone: list("time_in_zone"),
    zonesTargets: list("zones_target"),
    hrZones: list("hr_zone"),
    powerZones: list("power_zone"),
    userProfiles: list("user_profile"),
    weatherConditions: [],
    diveSummaries: list("dive_summary"),
  };
}

function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null;
}

/** snake_case names, enum words and dates as the SDK gives them. */
function toSdkNames(message: Message): FitFields {
  return Object.fromEntries(
    Object.entries(message).map(([name, value]) => [camelCase(name), toSdkValue(name, value)]),
  );
}

function toSdkValue(name: string, value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000 - FIT_EPOCH_S;
  const isFreeText = name.endsWith("_name") || name === "name";
  return typeof value === "string" && !isFreeText ? camelCase(value) : value;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function collect(messages: readonly Message[]): TimedColumns {
  const timeS = Float64Array.from(messages, ({ timestamp }) =>
    timestamp instanceof Date ? timestamp.getTime() / 1000 : Number.NaN,
  );
  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const [channel, [first, second = first]] of CHANNELS) {
    const column = Float64Array.from(messages, (message) => {
      const value = message[first] ?? message[second];
      return typeof value === "number" ? value : Number.NaN;
    });
    if (column.some((value) => !Number.isNaN(value))) channels[channel] = column;
  }
  addCompressedSpeedDistance(messages, channels);
  return { count: messages.length, timeS, channels };
}

/** Three bytes: 12 bits of speed in cm/s, 12 bits of distance in 1/16 m that wrap at 256 m. */
function addCompressedSpeedDistance(
  messages: readonly Message[],
  channels: Partial<Record<ChannelName, Float64Array>>,
): void {
  if (channels.distanceM !== undefined) return;
  const speedMps = new Float64Array(messages.length).fill(Number.NaN);
  const distanceM = new Float64Array(messages.length).fill(Number.NaN);
  let travelled = 0;
  let previous = 0;
  let found = false;
  for (const [i, { compressed_speed_distance: bytes }] of messages.entries()) {
    if (!Array.isArray(bytes) || bytes.length !== 3) continue;
    const [low, middle, high] = bytes as [number, number, number];
    const counter = ((middle >> 4) | (high << 4)) / 16;
    travelled += (counter - previous + 256) % 256;
    previous = counter;
    speedMps[i] = (low | ((middle & 0x0f) << 8)) / 100;
    distanceM[i] = travelled;
    found = true;
  }
  if (!found) return;
  channels.speedMps ??= speedMps;
  channels.distanceM = distanceM;
}
