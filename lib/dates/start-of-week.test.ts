import { expect, it } from "vitest";
import { localDate, startOfIsoWeek } from "./local-date";
import { startOfWeek } from "./start-of-week";

const saturday = localDate("2026-11-21");

it("starts where the athlete's week starts", () => {
  expect(startOfWeek(saturday, 1)).toBe("2026-11-16");
  expect(startOfWeek(saturday, 1)).toBe(startOfIsoWeek(saturday));
  expect(startOfWeek(saturday, 6)).toBe("2026-11-21");
  expect(startOfWeek(saturday, 7)).toBe("2026-11-15");
});

it("is its own first day", () => {
  for (let weekday = 1; weekday <= 7; weekday++) {
    const first = startOfWeek(saturday, weekday);
    expect(startOfWeek(first, weekday)).toBe(first);
  }
});
