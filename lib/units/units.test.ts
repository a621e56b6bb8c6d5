import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDistance } from "./format-distance";
import { formatDuration } from "./format-duration";
import { formatElevation } from "./format-elevation";
import { formatPace } from "./format-pace";
import { formatSpeed } from "./format-speed";
import { formatTemperature } from "./format-temperature";
import { formatWeight } from "./format-weight";
import type { PaceBasis } from "./pace-basis";
import { parseDuration } from "./parse-duration";
import { parsePace } from "./parse-pace";
import { UNIT_SYSTEMS } from "./unit-system";

const DASH = "–";
const system = fc.constantFrom(...UNIT_SYSTEMS);
const basis = fc.constantFrom<PaceBasis>("run", "swim", "row");

describe("durations", () => {
  it.each([
    [3750, "1:02:30"],
    [2710, "45:10"],
    [45, "0:45"],
    [0, "0:00"],
    [3599.6, "1:00:00"],
    [-90, "-1:30"],
    [null, DASH],
  ])("writes %s s as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([
    ["1:02:30", 3750],
    ["62:30", 3750],
    ["1h 20m", 4800],
    ["1.5 h", 5400],
    ["90 min", 5400],
    ["45s", 45],
    ["40", 2400],
    ["", null],
    ["1:75", null],
    ["1:75:00", null],
    ["soon", null],
  ])("reads %s as %s s", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it("reads back what it wrote, to the second", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 400_000, noNaN: true }), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(Math.round(seconds));
      }),
    );
  });
});

describe("pace", () => {
  it("writes the athlete's own unit", () => {
    expect(formatPace(1000 / 275, "metric")).toBe("4:35 /km");
    expect(formatPace(1609.344 / 480, "imperial")).toBe("8:00 /mi");
    expect(formatPace(100 / 102, "metric", "swim")).toBe("1:42 /100 m");
    expect(formatPace(91.44 / 90, "imperial", "swim")).toBe("1:30 /100 yd");
    expect(formatPace(500 / 118, "imperial", "row")).toBe("1:58 /500 m");
    expect(formatPace(0, "metric")).toBe(DASH);
    expect(formatPace(null, "metric")).toBe(DASH);
  });

  it("refuses a unit that is not the athlete's", () => {
    expect(parsePace("4:35 /mi", "metric")).toBeNull();
    expect(parsePace("1:30/100m", "metric", "swim")).toBeCloseTo(100 / 90, 12);
    expect(parsePace("fast", "metric")).toBeNull();
    expect(parsePace("0:00", "metric")).toBeNull();
  });

  it("reads back what it wrote, to half a second", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 7, noNaN: true }), system, basis, (speed, u, b) => {
        const read = parsePace(formatPace(speed, u, b), u, b);
        const metres = {
          run: { metric: 1000, imperial: 1609.344 },
          swim: { metric: 100, imperial: 91.44 },
          row: { metric: 500, imperial: 500 },
        };
        const perUnit = metres[b][u];
        expect(Math.abs(perUnit / (read ?? 0) - perUnit / speed)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

describe("the other quantities", () => {
  it("writes distance", () => {
    expect(formatDistance(12_345, "metric")).toBe("12.3 km");
    expect(formatDistance(5383, "metric")).toBe("5.38 km");
    expect(formatDistance(9996, "metric")).toBe("10.0 km");
    expect(formatDistance(999.6, "metric")).toBe("1.00 km");
    expect(formatDistance(850, "metric")).toBe("850 m");
    expect(formatDistance(42_195, "imperial")).toBe("26.2 mi");
    expect(formatDistance(100, "imperial")).toBe("328 ft");
    expect(formatDistance(2606, "metric", "pool")).toBe("2606 m");
    expect(formatDistance(2286, "imperial", "pool")).toBe("2500 yd");
    expect(formatDistance(null, "metric")).toBe(DASH);
  });

  it("writes speed, height, weight and temperature", () => {
    expect(formatSpeed(9, "metric")).toBe("32.4 km/h");
    expect(formatSpeed(4.4704, "imperial")).toBe("10.0 mph");
    expect(formatElevation(514, "metric")).toBe("514 m");
    expect(formatElevation(100, "imperial")).toBe("328 ft");
    expect(formatElevation(-0.2, "metric")).toBe("0 m");
    expect(formatWeight(70.5, "metric")).toBe("70.5 kg");
    expect(formatWeight(70.5, "imperial")).toBe("155.4 lb");
    expect(formatTemperature(18.2, "metric")).toBe("18 °C");
    expect(formatTemperature(18, "imperial")).toBe("64 °F");
    expect(formatTemperature(null, "imperial")).toBe(DASH);
    expect(formatSpeed(null, "metric")).toBe(DASH);
    expect(formatWeight(null, "metric")).toBe(DASH);
    expect(formatElevation(Number.NaN, "metric")).toBe(DASH);
  });
});
