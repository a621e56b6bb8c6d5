import type { TimerPause } from "@/lib/training/activity/activity-types";
import { type FitFields, timeField } from "./fit-content";

const STOPS: ReadonlySet<unknown> = new Set(["stop", "stopAll", "stopDisable", "stopDisableAll"]);

/** Timer pauses inside [startS, endS], in seconds since `startS`, from the timer's events. */
export function fitPauses(
  events: readonly FitFields[],
  startS: number,
  endS: number,
): TimerPause[] {
  const pauses: TimerPause[] = [];
  let stoppedAt: number | null = null;
  for (const { time, isStop } of timerEvents(events)) {
    if (isStop) stoppedAt ??= time;
    else if (stoppedAt !== null) {
      pauses.push({ fromS: stoppedAt - startS, toS: time - startS });
      stoppedAt = null;
    }
  }
  return pauses
    .map(({ fromS, toS }) => ({ fromS: Math.max(0, fromS), toS: Math.min(endS - startS, toS) }))
    .filter(({ fromS, toS }) => toS > fromS);
}

function timerEvents(events: readonly FitFields[]): { time: number; isStop: boolean }[] {
  return events
    .flatMap((event) => {
      const time = timeField(event, "timestamp");
      const isStop = STOPS.has(event.eventType);
      const isTimer = event.event === "timer" && (isStop || event.eventType === "start");
      return isTimer && time !== null ? [{ time, isStop }] : [];
    })
    .sort((a, b) => a.time - b.time || Number(a.isStop) - Number(b.isStop));
}
