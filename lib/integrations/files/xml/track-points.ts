import { CHANNEL_NAMES, type ChannelName } from "@/lib/training/activity/activity-types";
import type { TimedColumns } from "../columns/timed-columns";
import { MAX_SAMPLES } from "../limits";
import { Refusal } from "../refusal";
import { greatCircleDistance } from "./great-circle-distance";
import { parseXmlTime } from "./parse-xml-time";

const RANGES: Partial<Record<ChannelName, readonly [number, number]>> = {
  latitudeDeg: [-90, 90],
  longitudeDeg: [-180, 180],
};

/**
 * Collects the points of one track; a point without a time is counted but not kept. Throws
 * Refusal when there are more than a recording has.
 */
export class TrackPoints {
  readonly #timeS: number[] = [];
  readonly #channels = new Map<ChannelName, number[]>();
  #point: Partial<Record<ChannelName, number>> = {};
  #pointTimeS: number | null = null;
  untimedCount = 0;
  utcOffsetS: number | null = null;

  get count(): number {
    return this.#timeS.length;
  }

  get lastTimeS(): number | null {
    return this.#timeS.at(-1) ?? null;
  }

  begin(): void {
    this.#point = {};
    this.#pointTimeS = null;
  }

  setTime(text: string): void {
    const time = parseXmlTime(text);
    this.#pointTimeS = time?.epochS ?? null;
    this.utcOffsetS ??= time?.utcOffsetS ?? null;
  }

  set(channel: ChannelName, text: string | undefined): void {
    const value = text === undefined || text === "" ? Number.NaN : Number(text);
    const [low, high] = RANGES[channel] ?? [-1e9, 1e9];
    if (value >= low && value <= high) this.#point[channel] = value;
  }

  end(): void {
    if (this.#pointTimeS === null) {
      this.untimedCount += 1;
      return;
    }
    if (this.count >= MAX_SAMPLES) throw new Refusal("too_many_samples");
    const index = this.#timeS.push(this.#pointTimeS) - 1;
    for (const name of CHANNEL_NAMES) {
      const value = this.#point[name];
      if (value === undefined) continue;
      const column = this.#channels.get(name) ?? [];
      this.#channels.set(name, column);
      // seconds without this channel before it are NaN
      while (column.length < index) column.push(Number.NaN);
      column.push(value);
    }
  }

  columns(): TimedColumns {
    const channels: Partial<Record<ChannelName, Float64Array>> = {};
    for (const [name, values] of this.#channels) {
      const column = new Float64Array(this.count).fill(Number.NaN);
      column.set(values);
      channels[name] = column;
    }
    return { count: this.count, timeS: Float64Array.from(this.#timeS), channels };
  }
}

/** Metres since the first position, along the positions; null without positions. */
export function distanceAlong({ channels, count }: TimedColumns): Float64Array | null {
  const { latitudeDeg, longitudeDeg } = channels;
  if (latitudeDeg === undefined || longitudeDeg === undefined) return null;
  const distanceM = new Float64Array(count).fill(Number.NaN);
  let travelled = 0;
  let previous: readonly [number, number] | null = null;
  for (let i = 0; i < count; i++) {
    const position = [latitudeDeg[i] as number, longitudeDeg[i] as number] as const;
    if (Number.isNaN(position[0]) || Number.isNaN(position[1])) continue;
    if (previous !== null) travelled += greatCircleDistance(...previous, ...position);
    distanceM[i] = travelled;
    previous = position;
  }
  return distanceM;
}
