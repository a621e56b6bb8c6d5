import "server-only";
import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { channelByDistance, furthest } from "@/lib/training/activity/channel-by-distance";
import { type PreviewLine, previewLines } from "@/lib/training/activity/preview-lines";
import { STREAM_DECIMALS, streamChannels } from "./stream-channels";

export type ComparedBy = "elapsed" | "distance";
type Lines = { readonly [Name in StreamName]?: PreviewLine };

/** Two recordings along one axis: seconds or metres since the start of each. */
export type ComparedStreams = {
  readonly by: ComparedBy;
  /** Where the longer one ends. */
  readonly end: number;
  readonly a: Lines;
  readonly b: Lines;
};

const POINTS = 600;
const SMOOTH_S = 30;
const SHORTEST_STEP_M = 10;

/** Null when they are to be compared by distance and one of them has none. */
export function compareStreams(a: Streams, b: Streams, by: ComparedBy): ComparedStreams | null {
  if (by === "elapsed") {
    return { by, end: Math.max(a.lengthS, b.lengthS), a: byTime(a), b: byTime(b) };
  }
  const [alongA, alongB] = [a.channels.distanceM, b.channels.distanceM];
  if (alongA === undefined || alongB === undefined) return null;
  const end = Math.max(furthest(alongA), furthest(alongB));
  if (!(end > 0)) return null;
  const stepM = Math.max(SHORTEST_STEP_M, end / POINTS);
  return { by, end, a: alongTheWay(a, alongA, stepM), b: alongTheWay(b, alongB, stepM) };
}

function byTime(streams: Streams): Lines {
  const view = { points: POINTS, smoothS: SMOOTH_S, fromS: 0, toS: streams.lengthS };
  return previewLines(streamChannels(streams), STREAM_DECIMALS, view);
}

/** The lines' `timeS` are metres here. */
function alongTheWay(streams: Streams, distance: Channel, stepM: number): Lines {
  const entries = Object.entries(streamChannels(streams)).filter(
    ([name]) => name in STREAM_DECIMALS,
  );
  const channels = Object.fromEntries(
    entries.map(([name, channel]) => [name, channelByDistance(channel, distance, stepM)]),
  );
  const steps = Math.max(0, ...Object.values(channels).map((one) => one.values.length));
  const view = { points: POINTS, smoothS: 0, fromS: 0, toS: steps };
  const lines = previewLines<StreamName>(channels, STREAM_DECIMALS, view);
  return Object.fromEntries(
    Object.entries(lines).map(([name, line]) => [
      name,
      { ...line, timeS: line.timeS.map((step) => Math.round((step + 0.5) * stepM)) },
    ]),
  );
}
