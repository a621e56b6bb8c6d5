import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "@/lib/dates/local-date";
import { continuedRows, type DailyInput, dailyRows, KNOWN_DAYS } from "./daily-rows";

const FIRST = localDate("2026-01-01");
const LENGTH = 90;
const today = addDays(FIRST, LENGTH - 1);

const inputs = fc.uniqueArray(
  fc.record({
    day: fc.nat(LENGTH + 5).map((n) => addDays(FIRST, n)),
    sport: fc.constantFrom("running", "cycling", "swimming"),
    load: fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
    durationS: fc.double({ min: 0, max: 20_000, noNaN: true }),
  }),
  { maxLength: 80, selector: ({ day, sport }) => `${day} ${sport}` },
);

const sorted = (rows: readonly { sport: string; day: string }[]) =>
  rows.toSorted((a, b) => `${a.sport} ${a.day}`.localeCompare(`${b.sport} ${b.day}`));

/** What is stored before the change and what was done since, as the job reads them. */
function parts(done: readonly DailyInput[], fromDay: ReturnType<typeof localDate>) {
  const before = dailyRows(done, { fromDay: FIRST, today: addDays(fromDay, -1) });
  return {
    stored: before.filter((row) => daysBetween(row.day, fromDay) <= KNOWN_DAYS),
    recent: done.filter((input) => input.day >= fromDay),
  };
}

describe("rows that go on from stored ones", () => {
  it("are those of the whole history, bit for bit", () => {
    let continued = 0;
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: LENGTH - 1 }), (done, from) => {
        const span = { fromDay: addDays(FIRST, from), today };
        const { stored, recent } = parts(done, span.fromDay);
        const rows = continuedRows(stored, recent, span);
        if (rows === null) return;
        continued += 1;
        expect(sorted(rows)).toEqual(sorted(dailyRows(done, span)));
      }),
      { numRuns: 100 },
    );
    expect(continued).toBeGreaterThan(20);
  });

  const daily = Array.from({ length: LENGTH }, (_, n): DailyInput => {
    return { day: addDays(FIRST, n), sport: "running", load: 50 + n, durationS: 3600 };
  });
  const span = { fromDay: addDays(FIRST, 60), today };
  const { stored, recent } = parts(daily, span.fromDay);

  it("are left to the whole history where what is stored does not tell enough", () => {
    expect(continuedRows(stored, recent, span)).not.toBeNull();
    expect(continuedRows([], recent, span)).toBeNull();
    expect(continuedRows(stored.slice(1, -1), recent, span)).toBeNull();
    expect(continuedRows(stored.toSpliced(20, 1), recent, span)).toBeNull();
    const other = stored.map((row, i) => (i === 0 ? { ...row, formula: "other" } : row));
    expect(continuedRows(other, recent, span)).toBeNull();
    const swim = { ...recent[0], sport: "swimming" } as DailyInput;
    expect(continuedRows(stored, [...recent, swim], span)).toBeNull();
  });
});
