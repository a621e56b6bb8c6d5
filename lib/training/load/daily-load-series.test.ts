import { describe, expect, it } from "vitest";
import { localDate } from "../../dates/local-date";
import { dailyLoadSeries } from "./daily-load-series";

const day = localDate;

describe("dailyLoadSeries", () => {
  it("fills rest days with 0 and adds what happened on one day", () => {
    const { load, known } = dailyLoadSeries(
      [
        { day: day("2026-11-03"), load: 40 },
        { day: day("2026-11-01"), load: 60 },
        { day: day("2026-11-03"), load: 20 },
        { day: day("2026-10-30"), load: 99 },
      ],
      day("2026-11-01"),
      day("2026-11-04"),
    );
    expect([...load]).toEqual([60, 0, 60, 0]);
    expect([...known]).toEqual([1, 1, 1, 1]);
  });

  it("flags days of an outage unless something is known of them", () => {
    const outage = [day("2026-11-01"), day("2026-11-02"), day("2026-12-24")];
    const series = dailyLoadSeries(
      [{ day: day("2026-11-02"), load: 10 }],
      day("2026-11-01"),
      day("2026-11-03"),
      outage,
    );
    expect([...series.known]).toEqual([0, 1, 1]);
  });

  it("is empty when the span is", () => {
    expect(dailyLoadSeries([], day("2026-11-02"), day("2026-11-01")).load).toHaveLength(0);
  });
});
