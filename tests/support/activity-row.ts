import type { ActivityRow } from "@/db/mutations/save-activity";
import { localDate } from "@/lib/dates/local-date";

/** A plain hour of running on 10 March 2026, with whatever the test is about changed. */
export function activityRow(
  sourceFileId: string,
  changes: Partial<Omit<ActivityRow, "sourceFileId">> = {},
): ActivityRow {
  return {
    sourceFileId,
    sessionIndex: 0,
    sport: "running",
    title: "Morning run",
    startedAt: new Date("2026-03-10T06:00:00Z"),
    utcOffsetS: 3600,
    day: localDate("2026-03-10"),
    elapsedS: 3600,
    timerS: 3500,
    device: { manufacturer: null, product: null, serial: null },
    load: 60,
    loadMethod: "hrss",
    analysedAt: new Date("2026-03-10T08:00:00Z"),
    ...changes,
  };
}
