import { expect, it } from "vitest";
import { formatMillis, formatSpan } from "./format-span";

it("says a span in its largest unit", () => {
  expect(
    [0, 999, 1_000, 119_000, 120_000, 7_199_000, 7_200_000, 172_800_000].map(formatMillis),
  ).toEqual(["0 ms", "999 ms", "1 s", "119 s", "2 min", "120 min", "2 h", "2 d"]);
});

it("is nothing where the end comes first", () => {
  expect(formatSpan(new Date(5_000), new Date(0))).toBe("0 ms");
});
