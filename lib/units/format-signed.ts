import { NO_VALUE } from "./conversion";

/** A whole number with its sign, "+6", "−7" (a real minus) or "0"; `null` gives a dash. */
export function formatSigned(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_VALUE;
  const whole = Math.round(value) || 0;
  if (whole === 0) return "0";
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}
