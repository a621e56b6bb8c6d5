import type { LocalDate } from "../../dates/local-date";

/** What one payload or device says of one day; a field that it does not say is absent. */
export type WellnessObservation = {
  readonly day: LocalDate;
  /** Where it comes from, e.g. "garmin:sleep". */
  readonly source: string;
  readonly hrvRmssdMs?: number;
  /** Another measure of the same night, kept apart (HRV-1). */
  readonly hrvSdnnMs?: number;
  readonly restingHrBpm?: number;
  readonly sleepS?: number;
  /** The source's own 0-100. */
  readonly sleepScore?: number;
  readonly deepSleepS?: number;
  readonly lightSleepS?: number;
  readonly remSleepS?: number;
  readonly awakeS?: number;
  /** Unix seconds, UTC. */
  readonly sleepStartEpochS?: number;
  readonly sleepEndEpochS?: number;
  readonly stressAvg?: number;
  readonly bodyBatteryHigh?: number;
  readonly bodyBatteryLow?: number;
  readonly respirationBrpm?: number;
  readonly spo2Pct?: number;
  readonly weightKg?: number;
  readonly steps?: number;
  readonly deviceReadiness?: number;
};

/** The values of an observation, without the day and the source that they are of. */
export type WellnessFields = Omit<WellnessObservation, "day" | "source">;
