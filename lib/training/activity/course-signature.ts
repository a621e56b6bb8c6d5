/**
 * The course of an activity: its track, made comparable with other tracks of the same way.
 * CRS-1: positions at least 10 m apart, then points at equal steps of at least 25 m along them.
 * Reference: none, geometry; the limits are conventions of this product.
 * Valid: 1 km or more on record without a jump of more than 500 m; else null.
 */
import type { Streams } from "./activity-types";
import type { Course } from "./course";
import { flatDistance } from "./flat-distance";

/** Closer positions are the receiver's noise, above all while standing. */
const MIN_STEP_M = 10;
const SHORTEST_M = 1000;
/** A train, a lift or a receiver that was off: what lies between is not known. */
const LONGEST_JUMP_M = 500;
const POINT_STEP_M = 25;
const MOST_POINTS = 800;

type Track = { latitudes: number[]; longitudes: number[]; atM: number[] };

export function courseSignature(streams: Streams): Course | null {
  const track = sparseTrack(streams);
  const lengthM = track?.atM.at(-1) ?? 0;
  if (track === null || lengthM < SHORTEST_M) return null;
  const steps = Math.min(MOST_POINTS - 1, Math.floor(lengthM / POINT_STEP_M));
  const latitudeDeg = new Float64Array(steps + 1);
  const longitudeDeg = new Float64Array(steps + 1);
  let segment = 0;
  for (let i = 0; i <= steps; i++) {
    const wantedM = (lengthM * i) / steps;
    while (segment < track.atM.length - 2 && (track.atM[segment + 1] as number) < wantedM)
      segment++;
    const [startM, endM] = [track.atM[segment] as number, track.atM[segment + 1] as number];
    const share = Math.min(1, (wantedM - startM) / (endM - startM));
    latitudeDeg[i] = between(track.latitudes, segment, share);
    longitudeDeg[i] = between(track.longitudes, segment, share);
  }
  return { lengthM, latitudeDeg, longitudeDeg };
}

/** The positions without those that say nothing new; null without a track, or with a jump in it. */
function sparseTrack({ channels, lengthS }: Streams): Track | null {
  const { latitudeDeg, longitudeDeg } = channels;
  if (!latitudeDeg || !longitudeDeg) return null;
  const track: Track = { latitudes: [], longitudes: [], atM: [] };
  for (let s = 0; s < lengthS; s++) {
    if (latitudeDeg.valid[s] !== 1 || longitudeDeg.valid[s] !== 1) continue;
    const [latitude, longitude] = [
      latitudeDeg.values[s] as number,
      longitudeDeg.values[s] as number,
    ];
    const last = track.atM.length - 1;
    const stepM =
      last < 0
        ? 0
        : flatDistance(
            track.latitudes[last] as number,
            track.longitudes[last] as number,
            latitude,
            longitude,
          );
    if (stepM > LONGEST_JUMP_M) return null;
    if (last >= 0 && stepM < MIN_STEP_M) continue;
    track.latitudes.push(latitude);
    track.longitudes.push(longitude);
    track.atM.push((track.atM[last] ?? 0) + stepM);
  }
  return track.atM.length < 2 ? null : track;
}

function between(values: readonly number[], segment: number, share: number): number {
  const [start, end] = [values[segment] as number, values[segment + 1] as number];
  return start + (end - start) * share;
}
