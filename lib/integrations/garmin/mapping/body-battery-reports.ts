import { z } from "zod";
import {
  bodyBatteryDescriptors,
  bodyBatteryExtremes,
  bodyBatteryValues,
} from "./body-battery-extremes";
import { calendarDay, defineGarminMapping } from "./garmin-mapping";

/** GET /wellness-service/wellness/bodyBattery/reports/daily?startDate=&endDate= */
export const bodyBatteryReports = defineGarminMapping({
  source: "garmin:body_battery",
  emptyReason: "Garmin has no Body Battery for these days (watch not worn?).",
  schema: z
    .array(
      z.object({
        date: calendarDay,
        charged: z.number().nullable(),
        bodyBatteryValueDescriptorDTOList: bodyBatteryDescriptors,
        bodyBatteryValuesArray: bodyBatteryValues,
      }),
    )
    .nonempty(),
  observe: (reports) =>
    reports.map((report) => ({
      day: report.date,
      values: bodyBatteryExtremes(
        report.bodyBatteryValueDescriptorDTOList,
        report.bodyBatteryValuesArray,
      ),
    })),
});
