/**
 * The outline of an effort for a list row: means of equal parts, 0 at the lowest and 1 at the highest.
 * Formula: bucket means, min-max scaled · Valid from one minute of recording.
 */
import type { Channel, ChannelName, Streams } from "./activity-types";

const PARTS = 60;
const SHORTEST_S = 60;
/** What is drawn: the first that covers most of the activity. */
const PREFERENCE: readonly ChannelName[] = ["powerW", "heartRateBpm", "speedMps", "altitudeM"];
const COVERAGE = 0.6;

/** 60 values in 0-1 (a part without data repeats the one before); null when nothing covers the activity. */
export function activityProfile(streams: Streams): number[] | null {
  if (streams.lengthS < SHORTEST_S) return null;
  for (const name of PREFERENCE) {
    const channel = streams.channels[name];
    if (!channel || coverage(channel) < COVERAGE) continue;
    return scaled(partMeans(channel, streams.lengthS));
  }
  return null;
}

function coverage(channel: Channel): number {
  let valid = 0;
  for (const flag of channel.valid) valid += flag;
  return valid / channel.valid.length;
}

function partMeans(channel: Channel, lengthS: number): number[] {
  const means: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    let sum = 0;
    let count = 0;
    const end = Math.floor(((part + 1) * lengthS) / PARTS);
    for (let i = Math.floor((part * lengthS) / PARTS); i < end; i++) {
      if (channel.valid[i] !== 1) continue;
      sum += channel.values[i] ?? 0;
      count++;
    }
    means.push(count > 0 ? sum / count : (means.at(-1) ?? Number.NaN));
  }
  const first = means.find((mean) => !Number.isNaN(mean)) ?? 0;
  return means.map((mean) => (Number.isNaN(mean) ? first : mean));
}

function scaled(means: readonly number[]): number[] {
  const low = Math.min(...means);
  const span = Math.max(...means) - low;
  return means.map((mean) => (span === 0 ? 0.5 : Math.round(((mean - low) / span) * 100) / 100));
}
