import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

const night = z.object({ calendarDate: calendarDay, lastNightAvg: optionalNumber });
const emptyReason = "Garmin has no heart rate variability for this night (watch not worn?).";

/** GET /hrv-service/hrv/{day}: the night's mean of 5-minute RMSSD windows. */
export const hrvDay = defineGarminMapping({
  source: "garmin:hrv",
  emptyReason,
  schema: z.object({ hrvSummary: night }),
  observe: ({ hrvSummary }) => [
    { day: hrvSummary.calendarDate, values: { hrvRmssdMs: hrvSummary.lastNightAvg } },
  ],
});

/** GET /hrv-service/hrv/daily/{from}/{to} */
export const hrvRange = defineGarminMapping({
  source: "garmin:hrv",
  emptyReason,
  schema: z.object({ hrvSummaries: z.array(night) }),
  observe: ({ hrvSummaries }) =>
    hrvSummaries.map(({ calendarDate, lastNightAvg }) => ({
      day: calendarDate,
      values: { hrvRmssdMs: lastNightAvg },
    })),
});
