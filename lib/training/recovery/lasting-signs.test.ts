import { describe, expect, it } from "vitest";
import { lastingFeel, lastingHrv, lastingRestingHr } from "./lasting-signs";

const repeat = <T>(value: T, times: number) => Array<T>(times).fill(value);
/** Sixty nights around 60 ms, then a week. */
const nights = (week: readonly (number | null)[]) => [
  ...Array.from({ length: 54 }, (_, i) => 60 + 3 * ((i % 5) - 2)),
  ...week,
];
const isSign = (found: { week: number; limit: number } | null) =>
  found !== null && found.week < found.limit;

describe("lastingHrv", () => {
  it("is a sign when the week's mean lies under the normal range, though no night fell", () => {
    expect(isSign(lastingHrv(nights(repeat(56, 7))))).toBe(true);
    expect(isSign(lastingHrv(nights(repeat(60, 7))))).toBe(false);
  });

  it("is unknown with two nights of a week, or with a fortnight too short", () => {
    expect(lastingHrv(nights([56, 56, ...repeat(null, 5)]))).toBeNull();
    expect(lastingHrv(repeat(56, 14))).toBeNull();
  });
});

describe("lastingRestingHr", () => {
  const bpm = (...week: (number | null)[]) => lastingRestingHr([...repeat(50, 28), ...week]);

  it("holds the week against the month before it", () => {
    expect(bpm(...repeat(53, 7))).toEqual({ week: 53, limit: 53 });
    expect(bpm(...repeat(52.9, 7))?.week).toBeCloseTo(52.9);
  });

  it("is no sign any more when the last nights are back", () => {
    expect(bpm(56, 56, 56, 56, 56, 51, 51)).toEqual({ week: 50, limit: 53 });
  });

  it("is unknown with three nights of the week, or thirteen of the month", () => {
    expect(bpm(53, 53, 53, null, null, null, null)).toBeNull();
    expect(lastingRestingHr([...repeat(50, 13), ...repeat(53, 7)])).toBeNull();
  });
});

describe("lastingFeel", () => {
  it("asks for four answers of the week and ten of the month", () => {
    const month = [...repeat(null, 18), ...repeat(4, 10)];
    const found = lastingFeel([...month, ...repeat(null, 3), ...repeat(3, 4)]);
    expect(found?.week).toBe(3);
    expect(found?.limit).toBeCloseTo(3.2);
    expect(lastingFeel([...month, ...repeat(null, 4), ...repeat(3, 3)])).toBeNull();
    expect(lastingFeel([...repeat(null, 19), ...repeat(4, 9), ...repeat(3, 7)])).toBeNull();
  });
});
