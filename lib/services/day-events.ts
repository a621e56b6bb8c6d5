import type { ContextEvent } from "@/db/queries/context-events-between";
import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { DayEvents } from "@/lib/training/plan/recommendation-input";
import { EVENT_DAYS } from "./look-back";

const UNSAID: readonly Sport[] = ["running"];

type Told = Pick<ContextEvent, "kind" | "fromDay" | "toDay" | "forbidden">;

/** What the events that the athlete has told mean for training on `day`. */
export function dayEvents(events: readonly Told[], day: LocalDate): DayEvents {
  const open = events.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  const isOpen = (kind: Told["kind"]) => open.some((event) => event.kind === kind);
  return {
    isIll: isOpen("illness"),
    easyDaysLeft: Math.max(0, ...events.map((event) => easyDaysLeft(event, day))),
    isInjured: isOpen("injury"),
    forbidden: forbiddenBy(open),
    isTravelDay: open.some(({ kind, fromDay }) => kind === "travel" && fromDay === day),
  };
}

/** By all injuries that are open, each sport once; running where it was not said of one. */
function forbiddenBy(open: readonly Told[]): Sport[] {
  const injuries = open.filter(({ kind }) => kind === "injury");
  return [...new Set(injuries.flatMap(({ forbidden }) => forbidden ?? UNSAID))];
}

/** As many as there were days of illness, two weeks at most; `day` is one of them. */
function easyDaysLeft({ kind, fromDay, toDay }: Told, day: LocalDate): number {
  if (kind !== "illness" || toDay >= day) return 0;
  const days = Math.min(EVENT_DAYS, daysBetween(fromDay, toDay) + 1);
  return Math.max(0, daysBetween(day, addDays(toDay, days)) + 1);
}
