import type { PlannedWorkout } from "../plan/planned-workout";
import type { Course } from "./course";
import type { Sport } from "./sports";

/** Shapes that describe a recorded activity. Times are seconds, units stand in the names. */

export const CHANNEL_NAMES = [
  "powerW",
  "heartRateBpm",
  "speedMps",
  "cadenceRpm",
  "altitudeM",
  "distanceM",
  "latitudeDeg",
  "longitudeDeg",
  "temperatureC",
] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** One value per second; `values[i]` means something only where `valid[i]` is 1. */
export type Channel = {
  readonly values: Float32Array | Float64Array;
  readonly valid: Uint8Array;
};

/** 1 Hz on elapsed seconds since the start (SIG-1). */
export type Streams = {
  readonly lengthS: number;
  /** 1 while the device's timer ran, 0 while it was paused. */
  readonly timerOn: Uint8Array;
  readonly channels: { readonly [Name in ChannelName]?: Channel };
};

/** Samples as recorded: irregular, ascending `timeS` since the start; NaN where a record had no value. */
export type RawSamples = {
  readonly timeS: Float64Array;
  readonly channels: { readonly [Name in ChannelName]?: Float64Array };
};

export type TimerPause = { readonly fromS: number; readonly toS: number };

export type RecordedLap = {
  readonly startS: number;
  readonly elapsedS: number;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly avgPowerW: number | null;
  readonly avgHeartRateBpm: number | null;
  readonly maxHeartRateBpm: number | null;
  readonly avgCadenceRpm: number | null;
  readonly avgSpeedMps: number | null;
  readonly trigger: string | null;
  /** Which step of the device's workout it was; absent outside of one. */
  readonly stepIndex?: number;
};

/** One pool length; `strokes` and `stroke` are null for rest ("idle") lengths. */
export type RecordedLength = {
  readonly startS: number;
  readonly durationS: number;
  readonly strokes: number | null;
  readonly stroke: string | null;
  readonly isActive: boolean;
};

export type RecordedSet = {
  readonly startS: number;
  readonly durationS: number;
  readonly isActive: boolean;
  readonly exercise: string | null;
  readonly repetitions: number | null;
  readonly weightKg: number | null;
};

export type DeviceInfo = {
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly serial: string | null;
};

/** What the device itself worked out: kept beside our values, never mixed in. */
export type DeviceValues = {
  readonly normalizedPowerW?: number;
  readonly trainingStressScore?: number;
  readonly intensityFactor?: number;
  readonly ftpW?: number;
  readonly aerobicTrainingEffect?: number;
  readonly anaerobicTrainingEffect?: number;
  readonly trainingLoad?: number;
  readonly avgPowerW?: number;
  readonly maxPowerW?: number;
  readonly avgHeartRateBpm?: number;
  readonly maxHeartRateBpm?: number;
  readonly avgSpeedMps?: number;
  readonly maxSpeedMps?: number;
  readonly avgCadenceRpm?: number;
  readonly ascentM?: number;
  readonly descentM?: number;
  readonly energyKcal?: number;
  readonly workJ?: number;
  readonly thresholdHeartRateBpm?: number;
  readonly maxHeartRateSettingBpm?: number;
  readonly restingHeartRateBpm?: number;
  /** 7 buckets: below zone 1, zones 1-5, above zone 5. */
  readonly heartRateZoneSeconds?: readonly number[];
  readonly heartRateZoneBoundariesBpm?: readonly number[];
  readonly powerZoneSeconds?: readonly number[];
  readonly powerZoneBoundariesW?: readonly number[];
  readonly verticalOscillationMm?: number;
  readonly verticalRatioPercent?: number;
  readonly groundContactMs?: number;
  /** Share of the left foot, in percent. */
  readonly groundContactBalancePercent?: number;
  readonly stepLengthMm?: number;
  /** Of a dive, below the surface. */
  readonly maxDepthM?: number;
  readonly avgDepthM?: number;
  readonly rpe?: number;
  /** From a weather report that the device had got, as are those after it. */
  readonly weatherTemperatureC?: number;
  readonly weatherHumidityPercent?: number;
  readonly weatherWindSpeedMps?: number;
  /** Where it blows from, clockwise from north. */
  readonly weatherWindFromDeg?: number;
};

/** Something that the data lacks or that was repaired, and what it cost. */
export type QualityNote = {
  readonly code: string;
  readonly severity: "info" | "warning";
  /** One sentence for the athlete. */
  readonly text: string;
};

/** One activity as a file or a source told it: before resampling, cleaning and metrics. */
export type RecordedActivity = {
  readonly sport: Sport;
  readonly subSport: string | null;
  readonly title: string | null;
  /** Unix seconds, UTC. */
  readonly startEpochS: number;
  /** Seconds ahead of UTC where it happened; null when the file does not say. */
  readonly utcOffsetS: number | null;
  readonly elapsedS: number;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly isIndoor: boolean;
  readonly poolLengthM: number | null;
  readonly samples: RawSamples;
  readonly pauses: readonly TimerPause[];
  readonly laps: readonly RecordedLap[];
  readonly lengths: readonly RecordedLength[];
  readonly sets: readonly RecordedSet[];
  /** The workout that the device followed; absent where it followed none. */
  readonly workout?: PlannedWorkout;
  readonly device: DeviceInfo;
  readonly deviceValues: DeviceValues;
  readonly notes: readonly QualityNote[];
};

/** How hills are taken out of a run: by what runners do on them, or by the energy that they cost. */
export const GRADED_PACE_MODELS = ["observed", "energy_cost"] as const;
export type GradedPaceModel = (typeof GRADED_PACE_MODELS)[number];

/** The athlete's capacities on the day of the activity; null = not known on that day. */
export type AthleteSettings = {
  readonly sex: "m" | "f" | null;
  readonly gradedPaceModel: GradedPaceModel;
  readonly weightKg: number | null;
  readonly ftpW: number | null;
  readonly thresholdHeartRateBpm: number | null;
  readonly maxHeartRateBpm: number | null;
  readonly restingHeartRateBpm: number | null;
  readonly thresholdSpeedMps: number | null;
  readonly criticalSwimSpeedMps: number | null;
};

/** A computed number with its receipt: formula id of the method page and its version. */
export type MetricValue = {
  readonly value: number | null;
  readonly unit: string;
  readonly formula: string;
  /** Why `value` is null, in words for the athlete. */
  readonly reason?: string;
};

export const LOAD_METHODS = ["tss", "rtss", "stss", "hrss", "srpe", "duration"] as const;
export type LoadMethod = (typeof LOAD_METHODS)[number];

/** One way to get the day's number from this activity (HR-5). 100 = one hour at threshold. */
export type LoadAlternative = {
  readonly method: LoadMethod;
  readonly load: number;
  readonly formula: string;
};

export type TimeInZone = {
  /** Upper boundaries of all zones but the last, ascending; the boundary itself belongs to the zone above. */
  readonly boundaries: readonly number[];
  /** One more than boundaries: seconds in zone 1 … n. */
  readonly seconds: readonly number[];
  readonly unit: string;
  readonly formula: string;
};

export type ActivityAnalysis = {
  readonly metrics: Readonly<Record<string, MetricValue>>;
  readonly loads: readonly LoadAlternative[];
  /** The first of `loads`, or the one that the athlete prefers; null when the activity supports none. */
  readonly chosenLoad: LoadAlternative | null;
  readonly timeInZone: {
    readonly heartRate?: TimeInZone;
    readonly power?: TimeInZone;
    readonly pace?: TimeInZone;
  };
  readonly movingS: number;
  readonly streams: Streams;
  /** Where it went; null without a track. */
  readonly course: Course | null;
  readonly notes: readonly QualityNote[];
};
