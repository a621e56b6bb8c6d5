import { isoWeekday, type LocalDate } from "@/lib/dates/local-date";

/** Monday to Wednesday: later, a week is not remembered as it was. */
const LAST_WEEKDAY = 3;

/** What of last week decides whether it is asked about. */
export type LastWeek = {
  /** Whether the athlete has said how ready they felt. */
  readonly hasAnswer: boolean;
  /** Whether there are scores that an answer could be held against. */
  readonly hasMornings: boolean;
};

/** Whether today is a day to ask how ready last week felt. */
export function asksLastWeek(today: LocalDate, { hasAnswer, hasMornings }: LastWeek): boolean {
  return !hasAnswer && hasMornings && isoWeekday(today) <= LAST_WEEKDAY;
}
