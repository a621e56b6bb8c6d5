import { z } from "zod";
import { calendarDay, defineGarminMapping } from "./garmin-mapping";

const emptyReason = "Garmin has no resting heart rate for these days (watch not worn?).";

/** GET /wellness-service/wellness/dailyHeartRate/{displayName}?date= */
export const heartRateDay = defineGarminMapping({
  source: "garmin:resting_heart_rate",
  emptyReason,
  schema: z.object({
    calendarDate: calendarDay,
    restingHeartRate: z.number().nullable(),
    heartRateValues: z.array(z.unknown()).nullable(),
  }),
  observe: ({ calendarDate, restingHeartRate }) => [
    { day: calendarDate, values: { restingHrBpm: restingHeartRate } },
  ],
});

/** GET /userstats-service/wellness/daily/{displayName}?fromDate=&untilDate=&metricId=60 */
export const restingHeartRateRange = defineGarminMapping({
  source: "garmin:resting_heart_rate",
  emptyReason,
  schema: z.object({
    allMetrics: z.object({
      metricsMap: z.object({
        WELLNESS_RESTING_HEART_RATE: z.array(
          z.object({ calendarDate: calendarDay, value: z.number().nullable() }),
        ),
      }),
    }),
  }),
  observe: ({ allMetrics }) =>
    allMetrics.metricsMap.WELLNESS_RESTING_HEART_RATE.map(({ calendarDate, value }) => ({
      day: calendarDate,
      values: { restingHrBpm: value },
    })),
});
