import type { TimeWindow } from "../columns/order-columns";
import type { TimedColumns } from "../columns/timed-columns";
import { FIT_EPOCH_S, type FitContent, timeField } from "./fit-content";

/** FIT times below this count seconds since power-on: the clock was never set. */
const SYSTEM_TIME_END_S = FIT_EPOCH_S + 0x1000_0000;
const FAR_FUTURE_S = 4_102_444_800; // 2100-01-01
const QUARTER_HOUR_S = 900;
const MAX_OFFSET_S = 15 * 3600;
const WINDOW_S = 48 * 3600;
const WINDOW_BEFORE_S = 3600;

/**
 * Seconds ahead of UTC by the activity's own two clocks; null when they do not agree on
 * one. Only Garmin's 0 means UTC: others write the same time twice when they do not know.
 */
export function fitUtcOffset({ activities, fileIds }: FitContent): number | null {
  const activity = activities.at(-1);
  if (activity === undefined) return null;
  const [utc, local] = [timeField(activity, "timestamp"), timeField(activity, "localTimestamp")];
  if (utc === null || local === null || !isRealTime(utc) || !isRealTime(local)) return null;
  const offset = Math.round((local - utc) / QUARTER_HOUR_S) * QUARTER_HOUR_S;
  const isExact = Math.abs(local - utc - offset) <= 60;
  const isKnown = offset !== 0 || fileIds[0]?.manufacturer === "garmin";
  return isExact && isKnown && Math.abs(offset) <= MAX_OFFSET_S ? offset : null;
}

export function isRealTime(epochS: number): boolean {
  return epochS >= SYSTEM_TIME_END_S && epochS < FAR_FUTURE_S;
}

/**
 * Seconds to add where the device counted since power-on but noted the local time at the
 * end; 0 when its clock was right, null when nothing says when it was.
 */
export function fitClockShift(content: FitContent, startS: number): number | null {
  if (isRealTime(startS)) return 0;
  const activity = content.activities.at(-1);
  if (activity === undefined) return null;
  const [counted, local] = [
    timeField(activity, "timestamp"),
    timeField(activity, "localTimestamp"),
  ];
  return counted !== null && local !== null && !isRealTime(counted) && isRealTime(local)
    ? local - counted
    : null;
}

/**
 * The times that can belong to the recording: 48 h from the first session's start, or
 * around the middle record, which one damaged time cannot move.
 */
export function fitWindow(content: FitContent, records: TimedColumns): TimeWindow {
  const middle = medianTime(records.timeS);
  const starts = content.sessions.flatMap((session) => timeField(session, "startTime") ?? []);
  const start = starts.length > 0 ? Math.min(...starts) : null;
  const isTrusted =
    start !== null && (middle === null || (middle >= start && middle - start <= WINDOW_S));
  if (isTrusted) return { fromS: start - WINDOW_BEFORE_S, toS: start + WINDOW_S };
  if (middle === null) return { fromS: 0, toS: 0 };
  return { fromS: middle - WINDOW_S / 2, toS: middle + WINDOW_S / 2 };
}

function medianTime(timeS: Float64Array): number | null {
  const known = timeS.filter((t) => !Number.isNaN(t));
  if (!known.every((t, i) => i === 0 || t >= (known[i - 1] as number))) known.sort();
  return known[Math.floor(known.length / 2)] ?? null;
}
