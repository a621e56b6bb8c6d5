import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import { nightSigns } from "./week-signs";

const TODAY = localDate("2026-11-22");
const night = (ago: number, vendor: string, value: number) => ({
  ...{ day: addDays(TODAY, -ago), hrvRmssdMs: value, hrvSource: `${vendor}:sleep` },
  ...{ restingHrBpm: value, sources: { restingHrBpm: `${vendor}:sleep` } },
});
const nights = (from: number, to: number, vendor: string, value: number) =>
  Array.from({ length: from - to + 1 }, (_, i) => night(from - i, vendor, value + (i % 3)));

describe("nightSigns", () => {
  it("go by the device that measured last: another one is another baseline", () => {
    const old = nights(60, 7, "watch", 60);
    expect(nightSigns([...old, ...nights(6, 0, "watch", 50)], TODAY).hrv?.week).toBeCloseTo(51, 0);
    expect(nightSigns([...old, ...nights(6, 0, "ring", 50)], TODAY)).toEqual({
      hrv: null,
      restingHr: null,
    });
  });

  it("know nothing of nights after the day, nor of those long before it", () => {
    const then = addDays(TODAY, -7);
    const rows = [...nights(67, 7, "watch", 60), ...nights(6, 0, "watch", 40)];
    expect(nightSigns(rows, then)).toEqual(nightSigns(rows.slice(0, -7), then));
    expect(nightSigns(nights(120, 61, "watch", 60), TODAY).hrv).toBeNull();
  });
});
