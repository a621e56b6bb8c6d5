import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

const score = z
  .object({ overall: z.object({ value: optionalNumber }).nullish().catch(null) })
  .nullish()
  .catch(null);

/**
 * GET /wellness-service/wellness/dailySleepData/{displayName}?date= and
 * GET /sleep-service/sleep/dailySleepData?date=
 *
 * `calendarDate` is the local day of waking. Times are taken from the GMT stamps: the
 * "local" ones are local wall time written as if it were UTC.
 */
export const sleep = defineGarminMapping({
  source: "garmin:sleep",
  emptyReason: "Garmin has no sleep for this day (watch not worn?).",
  schema: z.object({
    dailySleepDTO: z.object({
      calendarDate: calendarDay,
      sleepTimeSeconds: optionalNumber,
      sleepStartTimestampGMT: optionalNumber,
      sleepEndTimestampGMT: optionalNumber,
      deepSleepSeconds: optionalNumber,
      lightSleepSeconds: optionalNumber,
      remSleepSeconds: optionalNumber,
      awakeSleepSeconds: optionalNumber,
      deviceRemCapable: z.boolean().nullish().catch(null),
      averageRespirationValue: optionalNumber,
      averageSpO2Value: optionalNumber,
      sleepScores: score,
    }),
    avgOvernightHrv: optionalNumber,
    restingHeartRate: optionalNumber,
  }),
  observe: ({ dailySleepDTO: night, avgOvernightHrv, restingHeartRate }) => [
    {
      day: night.calendarDate,
      values: {
        sleepS: night.sleepTimeSeconds,
        sleepStartEpochS: seconds(night.sleepStartTimestampGMT),
        sleepEndEpochS: seconds(night.sleepEndTimestampGMT),
        deepSleepS: night.deepSleepSeconds,
        lightSleepS: night.lightSleepSeconds,
        remSleepS: night.deviceRemCapable === false ? null : night.remSleepSeconds,
        awakeS: night.awakeSleepSeconds,
        sleepScore: night.sleepScores?.overall?.value,
        respirationBrpm: night.averageRespirationValue,
        spo2Pct: night.averageSpO2Value,
        hrvRmssdMs: avgOvernightHrv,
        restingHrBpm: restingHeartRate,
      },
    },
  ],
});

function seconds(milliseconds: number | null | undefined): number | null {
  return typeof milliseconds === "number" ? milliseconds / 1000 : null;
}
