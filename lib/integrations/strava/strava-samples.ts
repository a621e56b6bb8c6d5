import type { ChannelName, RawSamples, TimerPause } from "@/lib/training/activity/activity-types";
import { orderColumns } from "../files/columns/order-columns";
import { sliceColumns } from "../files/columns/slice-columns";
import type { TimedColumns } from "../files/columns/timed-columns";
import type { StravaStreams } from "./strava-file";

const MAX_SPAN_S = 48 * 3600;
/** Smart recording leaves some ten seconds between samples; what is longer was a stop. */
const SHORTEST_PAUSE_S = 30;

const SERIES = [
  ["altitude", "altitudeM"],
  ["distance", "distanceM"],
  ["velocity_smooth", "speedMps"],
  ["heartrate", "heartRateBpm"],
  ["cadence", "cadenceRpm"],
  ["watts", "powerW"],
  ["temp", "temperatureC"],
] as const satisfies readonly (readonly [keyof StravaStreams, ChannelName])[];

/** @param hasPowerMeter false when Strava guessed the power: then there is none. */
export function stravaSamples(streams: StravaStreams | null, hasPowerMeter: boolean): RawSamples {
  const times = streams?.time?.data ?? [];
  const count = times.length;
  const channels: TimedColumns["channels"] = {};
  for (const [name, channel] of SERIES) {
    const data = streams?.[name]?.data;
    if (channel === "powerW" && !hasPowerMeter) continue;
    if (data?.length === count && count > 0) channels[channel] = column(data);
  }
  const places = streams?.latlng?.data;
  if (places?.length === count && count > 0) {
    channels.latitudeDeg = column(places.map((place) => place?.[0] ?? null));
    channels.longitudeDeg = column(places.map((place) => place?.[1] ?? null));
  }
  const ordered = orderColumns(
    { count, timeS: column(times), channels },
    { fromS: 0, toS: MAX_SPAN_S },
  );
  return sliceColumns(ordered, 0, Number.POSITIVE_INFINITY, false);
}

/** When nothing was recorded for a while; Strava tells no pauses. */
export function stravaPauses({ timeS }: RawSamples): TimerPause[] {
  const pauses: TimerPause[] = [];
  for (let i = 1; i < timeS.length; i++) {
    const [fromS, toS] = [timeS[i - 1] as number, timeS[i] as number];
    if (toS - fromS >= SHORTEST_PAUSE_S) pauses.push({ fromS: fromS + 1, toS });
  }
  return pauses;
}

function column(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? Number.NaN);
}
