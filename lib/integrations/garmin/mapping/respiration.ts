import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

/** GET /wellness-service/wellness/daily/respiration/{day}: breaths a minute while asleep. */
export const respiration = defineGarminMapping({
  source: "garmin:respiration",
  emptyReason: "Garmin has no breathing rate during sleep for this day.",
  schema: z.object({
    calendarDate: calendarDay,
    avgSleepRespirationValue: z.number().nullable(),
    avgWakingRespirationValue: optionalNumber,
  }),
  observe: ({ calendarDate, avgSleepRespirationValue }) => [
    { day: calendarDate, values: { respirationBrpm: avgSleepRespirationValue } },
  ],
});
