import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { formatDay } from "@/lib/dates/format-day";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";
import type { Sport } from "@/lib/training/activity/sports";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";

export type WeekSession = {
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly timerS: number;
  readonly load: number | null;
};

export type WeekDay = {
  readonly day: LocalDate;
  readonly weekday: string;
  readonly number: string;
  readonly isToday: boolean;
  readonly isAhead: boolean;
  /** Load against the week's hardest day, 0-100; null without training. */
  readonly barPercent: number | null;
  /** The longest session's; null without training. */
  readonly sport: Sport | null;
  readonly word: string;
  readonly length: string;
  /** For whoever hears it: "Tuesday: run, 48 min, load 52". */
  readonly spoken: string;
};

export type WeekView = {
  readonly days: readonly WeekDay[];
  readonly load: string;
  readonly duration: string;
};

/** The week that `today` lies in, day by day, as done. Two sessions of a day are added; the longer names it. */
export function prepareWeek(
  sessions: readonly WeekSession[],
  today: LocalDate,
  firstWeekday: number,
): WeekView {
  const first = startOfWeek(today, firstWeekday);
  const days = Array.from({ length: 7 }, (_, i) => addDays(first, i));
  const inWeek = sessions.filter((one) => one.day >= first && one.day <= today);
  const byDay = days.map((day) => inWeek.filter((one) => one.day === day));
  const hardest = Math.max(1, ...byDay.map(totalLoad));
  return {
    days: days.map((day, i) => weekDay(day, byDay[i] ?? [], today, hardest)),
    load: formatLoad(totalLoad(inWeek)),
    duration: formatHours(totalTime(inWeek)),
  };
}

function weekDay(
  day: LocalDate,
  sessions: readonly WeekSession[],
  today: LocalDate,
  hardest: number,
): WeekDay {
  const longest = sessions.reduce<WeekSession | null>(
    (best, one) => (best && best.timerS >= one.timerS ? best : one),
    null,
  );
  const full = formatDay(day, "full");
  const head = {
    day,
    weekday: formatDay(day, "weekday"),
    number: formatDay(day, "number"),
    isToday: day === today,
    isAhead: day > today,
  };
  if (!longest) {
    const isOver = day < today;
    return {
      ...head,
      barPercent: null,
      sport: null,
      word: isOver ? "Rest" : "",
      length: "",
      spoken: `${full}: ${isOver ? "rest" : day === today ? "nothing yet" : "ahead"}`,
    };
  }
  const load = totalLoad(sessions);
  const timeS = totalTime(sessions);
  const word = SPORT_LOOKS[longest.sport].label;
  return {
    ...head,
    barPercent: Math.max(6, Math.round((load / hardest) * 100)),
    sport: longest.sport,
    word,
    length: hoursAndMinutes(timeS),
    spoken: `${full}: ${word.toLowerCase()}, ${formatHours(timeS)}, load ${formatLoad(load)}`,
  };
}

/** "1:13": a week's column has room for no more. */
function hoursAndMinutes(timeS: number): string {
  const minutes = Math.round(timeS / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function totalLoad(sessions: readonly WeekSession[]): number {
  return sessions.reduce((sum, one) => sum + (one.load ?? 0), 0);
}

function totalTime(sessions: readonly WeekSession[]): number {
  return sessions.reduce((sum, one) => sum + one.timerS, 0);
}
