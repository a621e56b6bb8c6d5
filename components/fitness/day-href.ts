import type { LocalDate } from "@/lib/dates/local-date";

type TrainedDay = { readonly day: LocalDate; readonly durationS: number };

/**
 * Where a day, or a week by its first and last day, leads: to its activities, else to the
 * receipt of its morning; null when there is neither.
 */
export function dayHref(
  days: readonly TrainedDay[],
  mornings: readonly LocalDate[],
  sport: string,
): (from: LocalDate, to: LocalDate) => string | null {
  const trained = new Set(days.flatMap((one) => (one.durationS > 0 ? [one.day] : [])));
  const answered = new Set(mornings);
  return (from, to) => {
    // A week that is a point has been trained in, or has an empty list that says so.
    if (from !== to || trained.has(to)) {
      const search = new URLSearchParams({ from, to });
      if (sport !== "all") search.set("sport", sport);
      return `/activities?${search}`;
    }
    return answered.has(to) ? `/today/receipt?day=${to}` : null;
  };
}
