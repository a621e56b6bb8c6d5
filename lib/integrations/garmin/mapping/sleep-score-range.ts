import { z } from "zod";
import { daysBetween } from "@/lib/dates/local-date";
import { calendarDay, defineGarminMapping } from "./garmin-mapping";

const days = z.array(
  z.object({ calendarDate: calendarDay, value: z.number().nullable() }).strict(),
);

/**
 * GET /wellness-service/stats/daily/sleep/score/{from}/{to}. Weekly stress has the same
 * shape; only the spacing of the days tells them apart, so one day alone is not taken.
 */
export const sleepScoreRange = defineGarminMapping({
  source: "garmin:sleep_score",
  emptyReason: "Garmin has no sleep score for these days.",
  schema: days.refine((list) => {
    const [first, second] = list;
    return (
      first !== undefined &&
      second !== undefined &&
      Math.abs(daysBetween(first.calendarDate, second.calendarDate)) < 7
    );
  }),
  observe: (list) =>
    list.map(({ calendarDate, value }) => ({ day: calendarDate, values: { sleepScore: value } })),
});
