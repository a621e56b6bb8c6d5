import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel } from "@/components/charts/plot-model";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import { timeTicks } from "./time-ticks";

type LoadDay = { readonly day: LocalDate; readonly load: number; readonly durationS: number };
type Week = { readonly from: LocalDate; load: number; durationS: number };

export type WeeksView = { readonly model: PlotModel; readonly finding: string };

/** Load and time by week; the last week is the one under way, unless the days end before today. */
export function prepareWeeks(
  days: readonly LoadDay[],
  firstWeekday: number,
  today: LocalDate,
): WeeksView {
  const weeks = byWeek(days, firstWeekday);
  const maxLoad = Math.max(10, ...weeks.map((week) => week.load)) * 1.05;
  return {
    finding: weeksFinding(weeks, (days.at(-1)?.day ?? today) < today),
    model: {
      pointNoun: "Week of",
      labels: weeks.map((week) => formatDay(week.from, "compact")),
      days: weeks.map((week) => week.from),
      ticks: timeTicks(weeks.map((week) => week.from)),
      marker: null,
      panels: [
        {
          heightPx: 132,
          min: 0,
          max: maxLoad,
          ticks: niceTicks(0, maxLoad, 3).map((at) => ({ at, text: String(at) })),
          bands: [],
          series: [
            {
              name: "Load",
              unit: "",
              kind: "bars",
              colour: "fitness",
              format: "whole",
              values: weeks.map((week) => Math.round(week.load)),
            },
          ],
        },
        timePanel(weeks),
      ],
    },
  };
}

function timePanel(weeks: readonly Week[]): PlotModel["panels"][number] {
  const hours = Math.max(1, ...weeks.map((week) => week.durationS / 3600)) * 1.05;
  return {
    heightPx: 72,
    min: 0,
    max: hours * 3600,
    ticks: niceTicks(0, hours, 2).map((at) => ({ at: at * 3600, text: `${at} h` })),
    bands: [],
    series: [
      {
        name: "Time",
        unit: "",
        kind: "bars",
        colour: "load",
        format: "hours",
        values: weeks.map((week) => Math.round(week.durationS)),
      },
    ],
  };
}

function byWeek(days: readonly LoadDay[], firstWeekday: number): Week[] {
  const weeks: Week[] = [];
  for (const one of days) {
    const from = startOfWeek(one.day, firstWeekday);
    let week = weeks.at(-1);
    if (week?.from !== from) {
      week = { from, load: 0, durationS: 0 };
      weeks.push(week);
    }
    week.load += one.load;
    week.durationS += one.durationS;
  }
  return weeks;
}

function weeksFinding(weeks: readonly Week[], isPast: boolean): string {
  const now = weeks.at(-1);
  if (!now) return "No week with training yet.";
  const before = weeks.slice(-5, -1);
  const done = `${formatLoad(now.load)} load in ${formatHours(now.durationS)}`;
  const soFar = isPast
    ? `The week of ${formatDay(now.from, "compact")} had ${done}`
    : `This week ${done} so far`;
  if (before.length < 4) return `${soFar}.`;
  const mean = before.reduce((sum, week) => sum + week.load, 0) / before.length;
  return `${soFar}; the four before averaged ${formatLoad(mean)}.`;
}
