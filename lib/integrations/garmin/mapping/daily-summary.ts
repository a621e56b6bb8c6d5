import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

/** GET /usersummary-service/usersummary/daily/{displayName}?calendarDate= */
export const dailySummary = defineGarminMapping({
  source: "garmin:daily_summary",
  emptyReason: "Garmin has no values for this day (watch not worn or not synchronised?).",
  schema: z.object({
    calendarDate: calendarDay,
    wellnessStartTimeLocal: z.unknown().refine((value) => value !== undefined),
    totalSteps: optionalNumber,
    restingHeartRate: optionalNumber,
    averageStressLevel: optionalNumber,
    bodyBatteryHighestValue: optionalNumber,
    bodyBatteryLowestValue: optionalNumber,
    averageSpo2: optionalNumber,
  }),
  observe: (payload) => [
    {
      day: payload.calendarDate,
      values: {
        steps: payload.totalSteps,
        restingHrBpm: payload.restingHeartRate,
        stressAvg: payload.averageStressLevel,
        bodyBatteryHigh: payload.bodyBatteryHighestValue,
        bodyBatteryLow: payload.bodyBatteryLowestValue,
        spo2Pct: payload.averageSpo2,
      },
    },
  ],
});
