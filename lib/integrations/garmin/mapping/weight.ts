import { z } from "zod";
import type { LocalDate } from "@/lib/dates/local-date";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

const GRAMS_PER_KG = 1000;
const emptyReason = "Garmin has no weight for these days.";

const weighing = z.object({
  calendarDate: calendarDay,
  weight: optionalNumber,
  timestampGMT: optionalNumber,
});
type Weighing = z.output<typeof weighing>;

/** GET /weight-service/weight/dayview/{day} and /dateRange: grams, several a day possible. */
export const weightList = defineGarminMapping({
  source: "garmin:weight",
  emptyReason,
  schema: z.object({ dateWeightList: z.array(weighing) }),
  observe: ({ dateWeightList }) =>
    [...latestByDay(dateWeightList)].map(([day, { weight }]) => ({
      day,
      values: { weightKg: kilograms(weight) },
    })),
});

/** GET /weight-service/weight/range/{from}/{to}?includeAll=true */
export const weightRange = defineGarminMapping({
  source: "garmin:weight",
  emptyReason,
  schema: z.object({
    dailyWeightSummaries: z.array(z.object({ summaryDate: calendarDay, latestWeight: weighing })),
  }),
  observe: ({ dailyWeightSummaries }) =>
    dailyWeightSummaries.map(({ summaryDate, latestWeight }) => ({
      day: summaryDate,
      values: { weightKg: kilograms(latestWeight.weight) },
    })),
});

/** The day's last weighing, as Garmin itself shows it. */
function latestByDay(weighings: readonly Weighing[]): Map<LocalDate, Weighing> {
  const oldestFirst = [...weighings].sort((a, b) => (a.timestampGMT ?? 0) - (b.timestampGMT ?? 0));
  return new Map(oldestFirst.map((one) => [one.calendarDate, one]));
}

function kilograms(grams: number | null | undefined): number | null {
  return typeof grams === "number" ? grams / GRAMS_PER_KG : null;
}
