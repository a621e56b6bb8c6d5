import type { LocalDate } from "@/lib/dates/local-date";
import type { NoticedEvent } from "./event-notices";

/** "28 days to Hamburg"; null without a race ahead. */
export function raceCountdown(
  events: readonly NoticedEvent[],
  days: (to: LocalDate) => number,
): string | null {
  const race = events.find((event) => event.kind === "race" && days(event.fromDay) >= 0);
  if (!race) return null;
  const left = days(race.fromDay);
  if (left === 0) return `${race.title} today`;
  return left === 1 ? `${race.title} tomorrow` : `${left} days to ${race.title}`;
}
