import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { THRESHOLD_NAMES } from "@/lib/schemas/threshold";
import { groupThresholds, type ThresholdRow } from "./group-thresholds";

const today = localDate("2026-11-21");

function row(change: Partial<ThresholdRow>): ThresholdRow {
  return {
    id: `${change.kind}-${change.sport}-${change.validFrom}`,
    kind: "ftp_w",
    sport: "cycling",
    value: 200,
    validFrom: localDate("2026-01-01"),
    source: "athlete",
    ...change,
  };
}

describe("groupThresholds", () => {
  it("names every kind, also those without a value", () => {
    const groups = groupThresholds([], today);
    expect(groups.map((group) => group.kind)).toEqual(THRESHOLD_NAMES);
    expect(groups.every((group) => group.current === null)).toBe(true);
  });

  it("takes the newest that holds today, not one that begins tomorrow", () => {
    const groups = groupThresholds(
      [
        row({ value: 208 }),
        row({ value: 228, validFrom: localDate("2026-08-18") }),
        row({ value: 240, validFrom: localDate("2026-11-22") }),
      ],
      today,
    );
    const ftp = groups.find((group) => group.kind === "ftp_w");
    expect(ftp?.current?.value).toBe(228);
    expect(ftp?.history.map((one) => one.value)).toEqual([240, 228, 208]);
  });

  it("keeps sports apart", () => {
    const groups = groupThresholds(
      [
        row({ kind: "threshold_hr_bpm", sport: "any", value: 168 }),
        row({ kind: "threshold_hr_bpm", sport: "running", value: 172 }),
      ],
      today,
    );
    const heartRates = groups.filter((group) => group.kind === "threshold_hr_bpm");
    expect(heartRates.map((group) => [group.sport, group.current?.value])).toEqual([
      ["any", 168],
      ["running", 172],
    ]);
  });
});
