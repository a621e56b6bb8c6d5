import { z } from "zod";
import { calendarDay, defineGarminMapping } from "./garmin-mapping";

/** GET /usersummary-service/stats/steps/daily/{from}/{to} */
export const stepsRange = defineGarminMapping({
  source: "garmin:steps",
  emptyReason: "Garmin counted no steps on these days (watch not worn?).",
  schema: z
    .array(z.object({ calendarDate: calendarDay, totalSteps: z.number().nullable() }))
    .nonempty(),
  observe: (days) =>
    days.map(({ calendarDate, totalSteps }) => ({
      day: calendarDate,
      values: { steps: totalSteps },
    })),
});
