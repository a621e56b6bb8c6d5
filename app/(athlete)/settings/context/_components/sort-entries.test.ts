import { expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { type Entry, sortEntries } from "./sort-entries";

const today = localDate("2026-11-22");
const entry = (id: string, fromDay: string, toDay = fromDay): Entry => ({
  ...{ id, kind: "note", title: id, fromDay: localDate(fromDay), toDay: localDate(toDay) },
  ...{ raceSport: null, raceDistanceM: null, priority: null, bodyPart: null, forbidden: null },
});

it("puts what is now first, the next before the later and the last before the earlier", () => {
  const { now, ahead, past } = sortEntries(
    [
      entry("far", "2027-05-01"),
      entry("old", "2025-01-01"),
      entry("until today", "2026-11-20", "2026-11-22"),
      entry("near", "2026-11-23"),
      entry("yesterday", "2026-11-10", "2026-11-21"),
      entry("from today", "2026-11-22", "2026-12-01"),
    ],
    today,
  );
  expect(now.map(({ id }) => id)).toEqual(["until today", "from today"]);
  expect(ahead.map(({ id }) => id)).toEqual(["near", "far"]);
  expect(past.map(({ id }) => id)).toEqual(["yesterday", "old"]);
});
