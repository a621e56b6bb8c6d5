import { formatDay } from "@/lib/dates/format-day";
import { daysBetween, type LocalDate } from "@/lib/dates/local-date";

export type Race = { readonly day: LocalDate; readonly title: string };

/** The races on and after the chart, in words: "Half marathon, 18 Oct 2026. City 10 km, 26 Dec 2026, in 34 days." */
export function raceNote(races: readonly Race[], today: LocalDate): string | null {
  if (races.length === 0) return null;
  const sentences = races.map(({ day, title }) => {
    const left = daysBetween(today, day);
    const ahead =
      left < 0 ? "" : left === 0 ? ", today" : left === 1 ? ", tomorrow" : `, in ${left} days`;
    return `${title}, ${formatDay(day, "compact")}${ahead}.`;
  });
  return `Races: ${sentences.join(" ")}`;
}
