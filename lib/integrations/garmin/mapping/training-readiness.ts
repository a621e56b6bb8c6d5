import { z } from "zod";
import type { LocalDate } from "@/lib/dates/local-date";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

const entry = z.object({
  calendarDate: calendarDay,
  timestamp: z.string(),
  score: optionalNumber,
  level: z.string().nullish(),
  inputContext: z.string().nullish(),
});
type Entry = z.output<typeof entry>;

const AFTER_WAKING = "AFTER_WAKEUP_RESET";

/**
 * GET /metrics-service/metrics/trainingreadiness/{day}: several values a day, newest first.
 * The morning's is the one after waking; older answers name no context, then the first.
 */
export const trainingReadiness = defineGarminMapping({
  source: "garmin:training_readiness",
  emptyReason: "Garmin has no training readiness from the morning of this day.",
  schema: z
    .array(entry.extend({ recoveryTime: z.unknown().refine((v) => v !== undefined) }))
    .nonempty(),
  observe: (entries) =>
    [...groupByDay(entries)].map(([day, ofDay]) => ({
      day,
      values: { deviceReadiness: morningEntry(ofDay)?.score ?? null },
    })),
});

function groupByDay(entries: readonly Entry[]): Map<LocalDate, Entry[]> {
  const days = new Map<LocalDate, Entry[]>();
  for (const one of entries) {
    days.set(one.calendarDate, [...(days.get(one.calendarDate) ?? []), one]);
  }
  return days;
}

function morningEntry(entries: readonly Entry[]): Entry | undefined {
  const oldestFirst = [...entries].sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
  const namesContext = oldestFirst.some(({ inputContext }) => inputContext);
  return namesContext
    ? oldestFirst.find(({ inputContext }) => inputContext === AFTER_WAKING)
    : oldestFirst[0];
}
