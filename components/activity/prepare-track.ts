import type { Streams } from "@/lib/training/activity/activity-types";
import { fitTrack, type PageBox } from "./fit-track";
import { simplifyLine } from "./simplify-line";
import { type PagePoint, projectPlace, type TrackProjection } from "./track-projection";

export type PreparedTrack = {
  /** One SVG path; a new subpath after every stretch without position. */
  readonly path: string;
  readonly start: PagePoint;
  readonly finish: PagePoint;
  /** Highest and lowest edge of the track on the page. */
  readonly topY: number;
  readonly bottomY: number;
  readonly projection: TrackProjection;
  /** Start and finish are the same place on the page. */
  readonly isLoop: boolean;
};

/** Below this the eye sees no difference (page units). */
const TOLERANCE = 0.35;
/** A longer silence of the receiver is not bridged by a line across the page. */
const MAX_SILENCE_S = 60;
const LOOP_DISTANCE = 10;

type Places = { timeS: number[]; latitudesDeg: number[]; longitudesDeg: number[] };

/** The track as one drawable path; null when fewer than two positions were recorded. */
export function prepareTrack(streams: Streams, box: PageBox): PreparedTrack | null {
  const places = placesOf(streams);
  const projection = fitTrack(places.latitudesDeg, places.longitudesDeg, box);
  if (projection === null || places.timeS.length < 2) return null;
  const lines = linesOf(places, projection);
  const start = lines[0]?.[0];
  const finish = lines.at(-1)?.at(-1);
  if (start === undefined || finish === undefined) return null;
  return {
    path: lines.map((line) => pathOf(simplifyLine(line, TOLERANCE))).join(""),
    start,
    finish,
    topY: extreme(lines, Math.min),
    bottomY: extreme(lines, Math.max),
    projection,
    isLoop: Math.hypot(start.x - finish.x, start.y - finish.y) < LOOP_DISTANCE,
  };
}

function placesOf(streams: Streams): Places {
  const places: Places = { timeS: [], latitudesDeg: [], longitudesDeg: [] };
  const { latitudeDeg, longitudeDeg } = streams.channels;
  if (latitudeDeg === undefined || longitudeDeg === undefined) return places;
  for (let second = 0; second < streams.lengthS; second++) {
    if (latitudeDeg.valid[second] !== 1 || longitudeDeg.valid[second] !== 1) continue;
    places.timeS.push(second);
    places.latitudesDeg.push(latitudeDeg.values[second] as number);
    places.longitudesDeg.push(longitudeDeg.values[second] as number);
  }
  return places;
}

function linesOf(places: Places, projection: TrackProjection): PagePoint[][] {
  const lines: PagePoint[][] = [];
  let line: PagePoint[] = [];
  let previousS = Number.NEGATIVE_INFINITY;
  for (const [i, second] of places.timeS.entries()) {
    if (second - previousS > MAX_SILENCE_S) {
      line = [];
      lines.push(line);
    }
    line.push(
      projectPlace(projection, places.latitudesDeg[i] as number, places.longitudesDeg[i] as number),
    );
    previousS = second;
  }
  return lines;
}

function extreme(lines: readonly PagePoint[][], pick: (a: number, b: number) => number): number {
  return lines
    .flat()
    .map((point) => point.y)
    .reduce((a, b) => pick(a, b));
}

function pathOf(line: readonly PagePoint[]): string {
  return line
    .map((point, i) => `${i === 0 ? "M" : "L"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
    .join("");
}
