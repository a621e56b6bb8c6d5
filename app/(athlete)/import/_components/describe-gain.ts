import { formatDay } from "@/lib/dates/format-day";
import { localDate } from "@/lib/dates/local-date";
import type { ImportSummary } from "@/lib/schemas/import";

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

/** "812 activities and 2,940 days of recovery data, from 3 Mar 2017 to 20 Nov 2026." */
export function describeGain(
  summary: Pick<ImportSummary, "activities" | "days" | "fromDay" | "toDay">,
): string {
  const { activities, days, fromDay, toDay } = summary;
  const gains = [
    activities > 0 ? counted(activities, "activity", "activities") : null,
    days > 0 ? counted(days, "day of recovery data", "days of recovery data") : null,
  ].filter((gain) => gain !== null);
  if (gains.length === 0 || fromDay === null || toDay === null) {
    return "It brought nothing new: no activity and no day changed.";
  }
  const [from, to] = [fromDay, toDay].map((day) => formatDay(localDate(day), "compact"));
  const period = from === to ? `on ${from}` : `from ${from} to ${to}`;
  return `${gains.join(" and ")}, ${period}.`;
}
