const EARLIEST_MS = Date.UTC(1980, 0);
const LATEST_MS = Date.UTC(2100, 0);

/** Milliseconds since 1970 as an instant; null for what nobody can have recorded. */
export function garminMoment(ms: number | null | undefined): Date | null {
  const isReal = typeof ms === "number" && ms >= EARLIEST_MS && ms < LATEST_MS;
  return isReal ? new Date(ms) : null;
}

/** "2026-01-08 14:10:21" or with a T: it means UTC, though it does not say so. */
export function garminInstant(text: string | null | undefined): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text ?? "");
  return match ? garminMoment(Date.parse(`${match[1]}T${match[2]}Z`)) : null;
}
