import type { QualityNote, RecordedActivity } from "@/lib/training/activity/activity-types";
import { sliceColumns } from "../columns/slice-columns";
import type { TimedColumns } from "../columns/timed-columns";
import { READ_NOTES } from "../quality-notes";
import {
  enumField,
  type FitContent,
  type FitFields,
  numberField,
  positiveField,
  textField,
} from "./fit-content";
import { fitDevice } from "./fit-device";
import { fitDeviceValues } from "./fit-device-values";
import { fitLaps, fitLengths, fitSets } from "./fit-parts";
import { fitPauses } from "./fit-pauses";
import type { FitSpan } from "./fit-spans";
import { fitSport, isIndoorSubSport } from "./fit-sport";
import { fitWeather } from "./fit-weather";
import { fitWorkout } from "./fit-workout";

export const MAX_SPAN_S = 48 * 3600;

/** One activity per session. `records` are ordered; `spans` say where each session lies. */
export function buildFitActivities(
  content: FitContent,
  records: TimedColumns,
  spans: readonly FitSpan[],
  utcOffsetS: number | null,
  notes: readonly QualityNote[],
): RecordedActivity[] {
  const isMultisport = spans.length > 1;
  return spans
    .filter(({ session }) => enumField(session, "sport") !== "transition")
    .map((span) => buildActivity({ content, records, span, isMultisport, utcOffsetS, notes }));
}

type BuildInput = {
  readonly content: FitContent;
  readonly records: TimedColumns;
  readonly span: FitSpan;
  readonly isMultisport: boolean;
  readonly utcOffsetS: number | null;
  readonly notes: readonly QualityNote[];
};

function buildActivity(input: BuildInput): RecordedActivity {
  const { content, span, isMultisport } = input;
  const { session, startS, endS } = span;
  const samples = sliceColumns(input.records, startS, endS, isMultisport);
  const pauses = fitPauses(content.events, startS, endS);
  const elapsedS = elapsedOf(session, samples.timeS);
  const pausedS = pauses.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
  const sportName = enumField(session, "sport");
  const subSport = subSportOf(session);
  const sport = fitSport(sportName, subSport);
  const hasPositions = samples.channels.latitudeDeg !== undefined;
  const laps = fitLaps(content.laps, startS, endS);
  const deviceValues = fitDeviceValues(content, session, span.index);
  const isFollowed = !isMultisport || laps.some(({ stepIndex }) => stepIndex !== undefined);
  const workout = isFollowed ? fitWorkout(content, laps, deviceValues) : null;
  const isStationaryRide = sport === "cycling" && !hasPositions && samples.timeS.length > 0;
  return {
    sport,
    subSport: subSport ?? (sport === "other" ? sportName : null),
    title: isMultisport ? null : titleOf(content),
    startEpochS: startS,
    utcOffsetS: input.utcOffsetS,
    elapsedS,
    timerS: Math.min(
      elapsedS,
      positiveField(session, "totalTimerTime") ?? Math.max(0, elapsedS - pausedS),
    ),
    distanceM: positiveField(session, "totalDistance") ?? lastDistance(samples.channels.distanceM),
    isIndoor: isIndoorSubSport(subSport) || isStationaryRide,
    poolLengthM: positiveField(session, "poolLength"),
    samples,
    pauses,
    laps,
    lengths: fitLengths(content.lengths, startS, endS),
    sets: fitSets(content.sets, startS, endS),
    ...(workout === null ? {} : { workout }),
    device: fitDevice(content),
    deviceValues: {
      ...deviceValues,
      ...fitWeather(content, startS, startS + elapsedS),
    },
    notes: samples.timeS.length === 0 ? [...input.notes, READ_NOTES.no_samples] : input.notes,
  };
}

/** The longest that the summary and the samples say, at most 48 h. */
function elapsedOf(session: FitFields, timeS: Float64Array): number {
  const stated = [
    numberField(session, "totalElapsedTime") ?? 0,
    numberField(session, "totalTimerTime") ?? 0,
  ].filter((value) => value <= MAX_SPAN_S);
  return Math.max(timeS.at(-1) ?? 0, ...stated);
}

function subSportOf(session: FitFields): string | null {
  const subSport = enumField(session, "subSport");
  return subSport === "generic" ? null : subSport;
}

/** The name of the planned workout that was followed, when there was exactly one. */
function titleOf({ workouts }: FitContent): string | null {
  const [workout] = workouts;
  return workout !== undefined && workouts.length === 1 ? textField(workout, "wktName") : null;
}

function lastDistance(distanceM: Float64Array | undefined): number | null {
  const last = distanceM?.findLast((value) => !Number.isNaN(value));
  return last !== undefined && last > 0 ? last : null;
}
