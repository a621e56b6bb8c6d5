import { expect, it } from "vitest";
import { durationMs, waitUntil } from "./wait-until";

const now = new Date("2026-11-21T00:00:00Z");

it.each([
  ["2s", 2_000],
  ["1m30s", 90_000],
  ["1w2d3h", 788_400_000],
])("%s is %i ms", (text, expected) => {
  expect(durationMs(text)).toBe(expected);
});

it.each(["", "5", "s", "2 s", "1.5h", "-1s", "tomorrow"])("%j is no duration", (text) => {
  expect(durationMs(text)).toBeNull();
});

it("counts durations from now and takes dates as they are", () => {
  expect(waitUntil("1d", now)).toEqual(new Date("2026-11-22T00:00:00Z"));
  expect(waitUntil("2026-12-01T06:00:00.000Z", now)).toEqual(new Date("2026-12-01T06:00:00Z"));
  expect(waitUntil("soon", now)).toBeNull();
});
