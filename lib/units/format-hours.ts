import { NO_VALUE } from "./conversion";

/**
 * Seconds as people say a night or a week, "7 h 50", "8 h", "45 min", in one piece that no line
 * breaks; `null` gives a dash.
 */
export function formatHours(durationS: number | null): string {
  if (durationS === null || !Number.isFinite(durationS)) return NO_VALUE;
  const total = Math.round(Math.abs(durationS) / 60);
  const sign = durationS < 0 && total > 0 ? "−" : "";
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return `${sign}${minutes}\u00a0min`;
  return minutes === 0
    ? `${sign}${hours}\u00a0h`
    : `${sign}${hours}\u00a0h\u00a0${String(minutes).padStart(2, "0")}`;
}
