import { localDayAt, utcOffsetSeconds } from "@/lib/dates/zoned-time";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";

/** What is noted of a recording beside its file: when, how long, how far, with what. */
export function recordingColumns(recorded: RecordedActivity, timeZone: string) {
  const startedAt = new Date(recorded.startEpochS * 1000);
  const utcOffsetS = recorded.utcOffsetS ?? utcOffsetSeconds(startedAt, timeZone);
  return {
    sport: recorded.sport,
    startedAt,
    utcOffsetS,
    day: localDayAt(new Date(startedAt.getTime() + utcOffsetS * 1000), "UTC"),
    elapsedS: recorded.elapsedS,
    timerS: recorded.timerS,
    distanceM: recorded.distanceM,
    device: recorded.device,
  };
}
