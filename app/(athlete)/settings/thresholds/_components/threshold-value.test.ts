import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { THRESHOLD_LIMITS, THRESHOLD_NAMES } from "@/lib/schemas/threshold";
import { parseThreshold, thresholdText, thresholdUnit } from "./threshold-value";

/** Half of the last digit that is shown, in SI. */
const SHOWN_TO = {
  ftp_w: 0.5,
  threshold_hr_bpm: 0.5,
  max_hr_bpm: 0.5,
  resting_hr_bpm: 0.5,
  weight_kg: 0.0501,
} as const;

describe("thresholds as typed", () => {
  it("shows a pace by the athlete's own unit", () => {
    expect(thresholdText("threshold_speed_mps", 1000 / 275, "metric")).toBe("4:35");
    expect(thresholdUnit("threshold_speed_mps", "imperial")).toBe("/mi");
    expect(thresholdUnit("critical_swim_speed_mps", "metric")).toBe("/100 m");
  });

  it("reads a decimal comma, a written unit and pounds", () => {
    expect(parseThreshold("weight_kg", "61,5 kg", "metric")).toBe(61.5);
    expect(parseThreshold("weight_kg", "150", "imperial")).toBeCloseTo(68.0389, 4);
    expect(parseThreshold("ftp_w", "228 W", "metric")).toBe(228);
  });

  it.each(["", "fast", "12x", "Infinity"])("refuses %j", (text) => {
    for (const kind of THRESHOLD_NAMES) expect(parseThreshold(kind, text, "metric")).toBeNull();
  });

  it("reads back what it shows, to the last digit shown", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...THRESHOLD_NAMES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("metric" as const, "imperial" as const),
        (kind, share, units) => {
          const { min, max } = THRESHOLD_LIMITS[kind];
          const value = min + share * (max - min);
          const back = parseThreshold(kind, thresholdText(kind, value, units), units) ?? 0;
          if (kind === "threshold_speed_mps" || kind === "critical_swim_speed_mps") {
            // Shown to the second of a pace.
            const length = kind === "threshold_speed_mps" ? 1609.344 : 100;
            expect(Math.abs(length / back - length / value)).toBeLessThanOrEqual(0.9);
          } else {
            expect(Math.abs(back - value)).toBeLessThanOrEqual(SHOWN_TO[kind]);
          }
        },
      ),
    );
  });
});
