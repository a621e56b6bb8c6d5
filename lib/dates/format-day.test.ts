import { describe, expect, it } from "vitest";
import { clockFromMinute, formatClock } from "./format-clock";
import { formatDay } from "./format-day";
import { localDate } from "./local-date";

describe("formatDay", () => {
  const day = localDate("2026-11-21");
  it("says the day in every style", () => {
    expect(formatDay(day, "full")).toBe("Saturday 21 November");
    expect(formatDay(day, "short")).toBe("Sat 21 Nov");
    expect(formatDay(day, "compact")).toBe("21 Nov 2026");
    expect(formatDay(day, "weekday")).toBe("Sat");
    expect(formatDay(day, "month")).toBe("Nov");
    expect(formatDay(day, "number")).toBe("21");
  });
});

describe("formatClock", () => {
  it("shows the athlete's clock, not the server's", () => {
    expect(formatClock(new Date("2026-11-21T05:04:59Z"), "Europe/Berlin")).toBe("06:04");
    expect(formatClock(new Date("2026-11-21T18:30:00Z"), "Asia/Kathmandu")).toBe("00:15");
  });
  it("wraps minutes round the day", () => {
    expect(clockFromMinute(-80)).toBe("22:40");
    expect(clockFromMinute(1500)).toBe("01:00");
  });
});
