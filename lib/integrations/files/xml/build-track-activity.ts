import type {
  DeviceInfo,
  DeviceValues,
  QualityNote,
  RecordedActivity,
  RecordedLap,
  TimerPause,
} from "@/lib/training/activity/activity-types";
import { orderColumns } from "../columns/order-columns";
import { sliceColumns } from "../columns/slice-columns";
import { READ_NOTES } from "../quality-notes";
import type { NamedSport } from "./sport-from-text";
import { distanceAlong, type TrackPoints } from "./track-points";

export type TrackInput = {
  readonly points: TrackPoints;
  readonly sport: NamedSport;
  readonly title: string | null;
  readonly device: DeviceInfo;
  readonly deviceValues: DeviceValues;
  /** In Unix seconds; made relative here. */
  readonly laps: readonly (Omit<RecordedLap, "startS"> & { readonly startEpochS: number })[];
  readonly pauses: readonly TimerPause[];
  readonly statedTimerS: number | null;
  readonly statedDistanceM: number | null;
};

const MAX_SPAN_S = 48 * 3600;

/** One activity from the points of a track; null when fewer than two carry a time. */
export function buildTrackActivity(input: TrackInput): RecordedActivity | null {
  const all = input.points.columns();
  const startS = all.timeS.reduce((low, t) => Math.min(low, t), Number.POSITIVE_INFINITY);
  const columns = orderColumns(all, { fromS: startS, toS: startS + MAX_SPAN_S });
  if (columns.count < 2) return null;
  const notes: QualityNote[] = [];
  if (input.points.untimedCount > 0) notes.push(READ_NOTES.samples_dropped);
  if (all.timeS.some((t) => t > startS + MAX_SPAN_S)) notes.push(READ_NOTES.span_cut);
  if (columns.channels.distanceM === undefined) {
    const measured = distanceAlong(columns);
    if (measured !== null) {
      columns.channels.distanceM = measured;
      notes.push(READ_NOTES.distance_from_positions);
    }
  }
  const samples = sliceColumns(columns, startS, Number.POSITIVE_INFINITY, false);
  const elapsedS = samples.timeS.at(-1) ?? 0;
  const pauses = input.pauses.map(({ fromS, toS }) => ({
    fromS: fromS - startS,
    toS: toS - startS,
  }));
  const pausedS = pauses.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
  const lastDistanceM = samples.channels.distanceM?.findLast((value) => !Number.isNaN(value));
  return {
    sport: input.sport.sport,
    subSport: input.sport.subSport,
    title: input.title,
    startEpochS: startS,
    utcOffsetS: input.points.utcOffsetS,
    elapsedS,
    timerS: Math.min(elapsedS, input.statedTimerS ?? elapsedS - pausedS),
    distanceM: input.statedDistanceM ?? (lastDistanceM || null),
    isIndoor: samples.channels.latitudeDeg === undefined,
    poolLengthM: null,
    samples,
    pauses,
    laps: input.laps.map(({ startEpochS, ...lap }) => ({ ...lap, startS: startEpochS - startS })),
    lengths: [],
    sets: [],
    device: input.device,
    deviceValues: input.deviceValues,
    notes,
  };
}
