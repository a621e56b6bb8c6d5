import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

const emptyReason = "Garmin has no sleep for these days (watch not worn?).";

/** GET /sleep-service/stats/sleep/daily/{from}/{to}: seconds, and stamps in milliseconds. */
export const sleepStats = defineGarminMapping({
  source: "garmin:sleep",
  emptyReason,
  schema: z.object({
    individualStats: z.array(
      z.object({
        calendarDate: calendarDay,
        values: z.object({
          totalSleepTimeInSeconds: optionalNumber,
          gmtSleepStartTimeInMillis: optionalNumber,
          gmtSleepEndTimeInMillis: optionalNumber,
          deepTime: optionalNumber,
          lightTime: optionalNumber,
          remTime: optionalNumber,
          awakeTime: optionalNumber,
          sleepScore: optionalNumber,
          respiration: optionalNumber,
          spO2: optionalNumber,
          avgOvernightHrv: optionalNumber,
          restingHeartRate: optionalNumber,
        }),
      }),
    ),
  }),
  observe: ({ individualStats }) =>
    individualStats.map(({ calendarDate, values: night }) => ({
      day: calendarDate,
      values: {
        ...(isMeasured(night.totalSleepTimeInSeconds) && {
          sleepS: night.totalSleepTimeInSeconds,
          deepSleepS: night.deepTime,
          lightSleepS: night.lightTime,
          remSleepS: night.remTime,
          awakeS: night.awakeTime,
        }),
        sleepStartEpochS: seconds(night.gmtSleepStartTimeInMillis),
        sleepEndEpochS: seconds(night.gmtSleepEndTimeInMillis),
        sleepScore: night.sleepScore,
        respirationBrpm: night.respiration,
        spo2Pct: night.spO2,
        hrvRmssdMs: night.avgOvernightHrv,
        restingHrBpm: night.restingHeartRate,
      },
    })),
});

/** Nights one after the other, each as it stands in a single night's `dailySleepDTO`. */
export const sleepSummaries = defineGarminMapping({
  source: "garmin:sleep",
  emptyReason,
  schema: z
    .array(
      z.object({
        calendarDate: calendarDay,
        sleepTimeSeconds: optionalNumber.refine((value) => value !== undefined),
        sleepStartTimestampGMT: optionalNumber,
        sleepEndTimestampGMT: optionalNumber,
        deepSleepSeconds: optionalNumber,
        lightSleepSeconds: optionalNumber,
        remSleepSeconds: optionalNumber,
        awakeSleepSeconds: optionalNumber,
        averageRespirationValue: optionalNumber,
        averageSpO2Value: optionalNumber,
        sleepScores: z
          .object({ overall: z.object({ value: optionalNumber }).nullish().catch(null) })
          .nullish()
          .catch(null),
      }),
    )
    .nonempty(),
  observe: (nights) =>
    nights.map((night) => ({
      day: night.calendarDate,
      values: {
        ...(isMeasured(night.sleepTimeSeconds) && {
          sleepS: night.sleepTimeSeconds,
          deepSleepS: night.deepSleepSeconds,
          lightSleepS: night.lightSleepSeconds,
          remSleepS: night.remSleepSeconds,
          awakeS: night.awakeSleepSeconds,
        }),
        sleepStartEpochS: seconds(night.sleepStartTimestampGMT),
        sleepEndEpochS: seconds(night.sleepEndTimestampGMT),
        sleepScore: night.sleepScores?.overall?.value,
        respirationBrpm: night.averageRespirationValue,
        spo2Pct: night.averageSpO2Value,
      },
    })),
});

/** A night of no length has no stages either: their 0 is no measurement. */
function isMeasured(sleepS: number | null | undefined): boolean {
  return typeof sleepS === "number" && sleepS > 0;
}

function seconds(milliseconds: number | null | undefined): number | null {
  return typeof milliseconds === "number" ? milliseconds / 1000 : null;
}
