import { expect, it } from "vitest";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { asksLastWeek } from "./asks-last-week";

const MONDAY = localDate("2026-11-23");
const OPEN = { hasAnswer: false, hasMornings: true };

it("asks from Monday to Wednesday, while the week is fresh", () => {
  const asked = eachDay(MONDAY, addDays(MONDAY, 6)).map((day) => asksLastWeek(day, OPEN));
  expect(asked).toEqual([true, true, true, false, false, false, false]);
});

it("asks once, and only of a week whose mornings were answered", () => {
  expect(asksLastWeek(MONDAY, { ...OPEN, hasAnswer: true })).toBe(false);
  expect(asksLastWeek(MONDAY, { ...OPEN, hasMornings: false })).toBe(false);
});
