import type { ChannelName } from "@/lib/training/activity/activity-types";

export const STREAM_CODEC = "columns-1";

/**
 * The channels in stored order with the step that values are rounded to. The position in
 * this list is part of the format: only append; a changed quantum needs a new codec name.
 */
export const STREAM_COLUMNS: readonly { readonly name: ChannelName; readonly quantum: number }[] = [
  { name: "powerW", quantum: 1 },
  { name: "heartRateBpm", quantum: 1 },
  { name: "speedMps", quantum: 0.01 },
  { name: "cadenceRpm", quantum: 1 },
  { name: "altitudeM", quantum: 0.2 },
  { name: "distanceM", quantum: 0.1 },
  // 1e-6 degrees are at most 0.11 m, well below a satellite fix's error
  { name: "latitudeDeg", quantum: 1e-6 },
  { name: "longitudeDeg", quantum: 1e-6 },
  { name: "temperatureC", quantum: 1 },
];
