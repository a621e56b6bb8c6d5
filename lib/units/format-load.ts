import { NO_VALUE } from "./conversion";

/** Training load, fitness and fatigue are shown whole; `null` gives a dash. */
export function formatLoad(load: number | null): string {
  if (load === null || !Number.isFinite(load)) return NO_VALUE;
  return String(Math.round(load) || 0);
}
