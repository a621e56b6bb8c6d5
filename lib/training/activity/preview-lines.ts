/**
 * All lines of a chart at once: each channel calmed, thinned to the chart's pixels and rounded to
 * what a screen can tell apart.
 * Formula: drawnChannel, channelExtent over the whole activity, largestTriangleThreeBuckets.
 * Source: those. Valid for: drawing, never for numbers. A channel without a value has no line.
 */
import type { Channel } from "./activity-types";
import { channelExtent, type Extent } from "./channel-extent";
import { drawnChannel } from "./drawn-channel";
import { largestTriangleThreeBuckets } from "./largest-triangle-three-buckets";

/** `min` and `max` are those of the whole activity, so that an axis keeps still while zooming. */
export type PreviewLine = Extent & { readonly timeS: number[]; readonly values: (number | null)[] };

export type PreviewView = {
  readonly points: number;
  readonly smoothS: number;
  readonly fromS: number;
  readonly toS: number;
};

/** One line per channel of `decimals` that has values, in that order. */
export function previewLines<Name extends string>(
  channels: { readonly [Each in Name]?: Channel },
  decimals: Readonly<Record<Name, number>>,
  view: PreviewView,
): { [Each in Name]?: PreviewLine } {
  const lines: { [Each in Name]?: PreviewLine } = {};
  for (const name of Object.keys(decimals) as Name[]) {
    const line = previewLine(name, channels[name], decimals[name], view);
    if (line !== null) lines[name] = line;
  }
  return lines;
}

function previewLine(
  name: string,
  recorded: Channel | undefined,
  decimals: number,
  { points, smoothS, fromS, toS }: PreviewView,
): PreviewLine | null {
  if (recorded === undefined) return null;
  const channel = drawnChannel(name, recorded, smoothS);
  const extent = channelExtent(channel);
  if (extent === null) return null;
  const { timeS, values } = largestTriangleThreeBuckets(channel, points, fromS, toS);
  const scale = 10 ** decimals;
  return {
    timeS: [...timeS],
    values: values.map((value) => (value === null ? null : Math.round(value * scale) / scale)),
    ...extent,
  };
}
