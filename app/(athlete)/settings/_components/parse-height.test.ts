import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHeight, parseHeight } from "./parse-height";

describe("parseHeight", () => {
  it.each([
    ["172", 1.72],
    ["1.72", 1.72],
    ["1,72 m", 1.72],
    ["172 cm", 1.72],
  ])("reads %s as metric", (text, metres) => {
    expect(parseHeight(text, "metric")).toBeCloseTo(metres, 6);
  });
  it.each([
    ["5'8", 1.7272],
    ["5 ft 8 in", 1.7272],
    ["6ft", 1.8288],
    ["68", 1.7272],
  ])("reads %s as imperial", (text, metres) => {
    expect(parseHeight(text, "imperial")).toBeCloseTo(metres, 6);
  });
  it.each(["", "tall", "-3", "5'x"])("refuses %s", (text) => {
    expect(parseHeight(text, "metric")).toBeNull();
    expect(parseHeight(text, "imperial")).toBeNull();
  });
  it("reads back what the field shows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 250 }),
        fc.constantFrom("metric" as const, "imperial" as const),
        (centimetres, units) => {
          const back = parseHeight(formatHeight(centimetres / 100, units), units);
          expect(Math.abs((back ?? 0) - centimetres / 100)).toBeLessThanOrEqual(0.0128);
        },
      ),
    );
  });
});
