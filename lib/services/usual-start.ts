import type { TrainedActivity } from "@/db/queries/morning-history";

const DAY_MINUTES = 1440;

/** Minute of its own local day at which a session began. */
function startMinute({ startedAt, utcOffsetS }: TrainedActivity): number {
  const minutes = Math.floor(startedAt.getTime() / 60_000 + utcOffsetS / 60);
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}

/** The median, as a minute at which a session began; null below `least` sessions. */
export function usualStartMinute(
  activities: readonly TrainedActivity[],
  least: number,
): number | null {
  if (activities.length < least) return null;
  const minutes = activities.map(startMinute).sort((a, b) => a - b);
  return minutes[minutes.length >> 1] ?? null;
}
