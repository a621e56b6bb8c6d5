import { wallClockAt } from "./zoned-time";

/** The time on the athlete's clock at an instant, "06:04". */
export function formatClock(instant: Date, timeZone: string): string {
  const wall = wallClockAt(instant, timeZone);
  return clockFromMinute(wall.hour * 60 + wall.minute);
}

/** Minutes after midnight as "22:40"; wraps round the day. */
export function clockFromMinute(minute: number): string {
  const inDay = ((Math.round(minute) % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}
