/**
 * A pool swim second by second: the speed and the stroke rate of the length that was being swum.
 * v = pool length / time of the length · strokes / minutes. Rests have no value, and no zero.
 * Reference: what the watch counted, length by length (science.md 17).
 * Valid: in a pool, where no such channel was recorded all along; a length is one straight line.
 */
import type { Channel, RecordedLength, Streams } from "./activity-types";

/** Shorter and longer than any pool: then the distance is not of these lengths. */
const POOL_M = { shortest: 10, longest: 110 };

/** `streams` with what the lengths tell; as they are where there are none. */
export function withLengthChannels(
  streams: Streams,
  lengths: readonly RecordedLength[],
  distanceM: number | null,
): Streams {
  const swum = lengths.filter((length) => length.isActive && length.durationS > 0);
  const lengthM = swum.length === 0 || distanceM === null ? null : distanceM / swum.length;
  if (lengthM === null || lengthM < POOL_M.shortest || lengthM > POOL_M.longest) return streams;
  const speedMps = channelOf(streams.lengthS, swum, (length) => lengthM / length.durationS);
  const cadenceRpm = channelOf(streams.lengthS, swum, ({ strokes, durationS }) =>
    strokes === null ? null : (strokes / durationS) * 60,
  );
  const { channels } = streams;
  return {
    ...streams,
    channels: {
      ...channels,
      speedMps: fuller(channels.speedMps, speedMps),
      cadenceRpm: fuller(channels.cadenceRpm, cadenceRpm),
    },
  };
}

/** Watches write a value at the end of each length at most: lone points, and no line. */
function fuller(recorded: Channel | undefined, told: Channel): Channel {
  const count = ({ valid }: Channel) => valid.reduce((sum, one) => sum + one, 0);
  return recorded !== undefined && count(recorded) * 2 > count(told) ? recorded : told;
}

function channelOf(
  lengthS: number,
  lengths: readonly RecordedLength[],
  valueIn: (length: RecordedLength) => number | null,
): Channel {
  const values = new Float32Array(lengthS);
  const valid = new Uint8Array(lengthS);
  for (const length of lengths) {
    const value = valueIn(length);
    if (value === null) continue;
    const from = Math.max(0, Math.round(length.startS));
    const to = Math.min(lengthS, Math.round(length.startS + length.durationS));
    values.fill(value, from, to);
    valid.fill(1, from, to);
  }
  return { values, valid };
}
