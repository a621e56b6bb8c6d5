import { NO_VALUE } from "./conversion";

/** Seconds as a clock, "1:02:30" or "45:10"; `null` gives a dash. Rounds to the second. */
export function formatDuration(durationS: number | null): string {
  if (durationS === null || !Number.isFinite(durationS)) return NO_VALUE;
  const total = Math.round(Math.abs(durationS));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  const sign = durationS < 0 && total > 0 ? "-" : "";
  if (hours === 0) return `${sign}${minutes}:${seconds}`;
  return `${sign}${hours}:${String(minutes).padStart(2, "0")}:${seconds}`;
}
