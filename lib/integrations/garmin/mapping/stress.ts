import { z } from "zod";
import {
  bodyBatteryDescriptors,
  bodyBatteryExtremes,
  bodyBatteryValues,
} from "./body-battery-extremes";
import { calendarDay, defineGarminMapping } from "./garmin-mapping";

const emptyReason = "Garmin measured no stress on this day (watch not worn?).";

/** GET /wellness-service/wellness/dailyStress/{day}; -1 and -2 mean "not measured". */
export const stressDay = defineGarminMapping({
  source: "garmin:stress",
  emptyReason,
  schema: z.object({
    calendarDate: calendarDay,
    avgStressLevel: z.number().nullable(),
    stressValuesArray: z.array(z.unknown()).nullish(),
    bodyBatteryValueDescriptorsDTOList: bodyBatteryDescriptors,
    bodyBatteryValuesArray: bodyBatteryValues,
  }),
  observe: (payload) => [
    {
      day: payload.calendarDate,
      values: {
        stressAvg: payload.avgStressLevel,
        ...bodyBatteryExtremes(
          payload.bodyBatteryValueDescriptorsDTOList,
          payload.bodyBatteryValuesArray,
        ),
      },
    },
  ],
});

/** GET /usersummary-service/stats/stress/daily/{from}/{to} */
export const stressRange = defineGarminMapping({
  source: "garmin:stress",
  emptyReason,
  schema: z
    .array(
      z.object({
        calendarDate: calendarDay,
        values: z.object({ overallStressLevel: z.number().nullable() }),
      }),
    )
    .nonempty(),
  observe: (days) =>
    days.map(({ calendarDate, values }) => ({
      day: calendarDate,
      values: { stressAvg: values.overallStressLevel },
    })),
});
