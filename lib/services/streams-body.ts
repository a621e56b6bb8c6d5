import "server-only";
import type { ActivityStreamsBody } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { type PreviewView, previewLines } from "@/lib/training/activity/preview-lines";
import { rangeAverages } from "@/lib/training/activity/range-averages";
import { STREAM_DECIMALS, streamChannels } from "./stream-channels";

const MAX_PLACES = 600;
const PLACE_DECIMALS = 5;

type Range = { readonly fromS: number; readonly toS: number };

/** The lines of a stretch of the streams, its pauses, places and exact averages. */
export function streamsBody(
  streams: Streams,
  view: PreviewView,
  balance: Channel | null = null,
): ActivityStreamsBody {
  const { fromS, toS, points, smoothS } = view;
  return {
    lengthS: streams.lengthS,
    fromS,
    toS,
    smoothS,
    lines: previewLines(streamChannels(streams, balance), STREAM_DECIMALS, view),
    pauses: pausesOf(streams.timerOn, view, (toS - fromS) / points),
    places: placesOf(streams),
    averages: rangeAverages(streams, fromS, toS),
  };
}

/** Stretches in which the timer stood still, long enough to be seen. */
function pausesOf(timerOn: Uint8Array, { fromS, toS }: Range, visibleS: number): Range[] {
  const pauses: Range[] = [];
  let start = -1;
  for (let second = fromS; second <= toS; second++) {
    const isPaused = second < toS && timerOn[second] !== 1;
    if (isPaused && start < 0) start = second;
    if (isPaused || start < 0) continue;
    if (second - start >= visibleS) pauses.push({ fromS: start, toS: second });
    start = -1;
  }
  return pauses;
}

/** Every n-th position, for the mark that follows the crosshair. */
function placesOf(streams: Streams): ActivityStreamsBody["places"] {
  const { latitudeDeg, longitudeDeg } = streams.channels;
  if (latitudeDeg === undefined || longitudeDeg === undefined) return null;
  const step = Math.max(1, Math.ceil(streams.lengthS / MAX_PLACES));
  const places = {
    timeS: [] as number[],
    latitudeDeg: [] as number[],
    longitudeDeg: [] as number[],
  };
  for (let second = 0; second < streams.lengthS; second += step) {
    if (latitudeDeg.valid[second] !== 1 || longitudeDeg.valid[second] !== 1) continue;
    places.timeS.push(second);
    places.latitudeDeg.push(degrees(latitudeDeg.values[second] as number));
    places.longitudeDeg.push(degrees(longitudeDeg.values[second] as number));
  }
  return places.timeS.length > 0 ? places : null;
}

function degrees(value: number): number {
  return Math.round(value * 10 ** PLACE_DECIMALS) / 10 ** PLACE_DECIMALS;
}
