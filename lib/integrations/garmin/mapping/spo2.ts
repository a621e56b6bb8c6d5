import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

/** GET /wellness-service/wellness/daily/spo2/{day}: during sleep, else the day's mean. */
export const spo2 = defineGarminMapping({
  source: "garmin:spo2",
  emptyReason: "Garmin has no blood oxygen for this day.",
  schema: z.object({
    calendarDate: calendarDay,
    averageSpO2: z.number().nullable(),
    avgSleepSpO2: optionalNumber,
  }),
  observe: ({ calendarDate, averageSpO2, avgSleepSpO2 }) => [
    { day: calendarDate, values: { spo2Pct: avgSleepSpO2 ?? averageSpO2 } },
  ],
});
