import { describe, expect, it } from "vitest";
import { detectIntervals } from "./detect-intervals";

type Block = readonly [level: number | null, seconds: number];

const blocks = (parts: readonly Block[]) => {
  const values = parts.flatMap(([level, seconds]) => Array<number | null>(seconds).fill(level));
  return {
    values: Float64Array.from(values, (value) => value ?? 0),
    valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
  };
};
const found = (parts: readonly Block[]) => {
  const channel = blocks(parts);
  return detectIntervals(channel, new Uint8Array(channel.values.length).fill(1)).map(
    ({ startS, endS, mean }) => [startS, endS, Math.round(mean)],
  );
};
const repeat = (times: number, parts: readonly Block[]): Block[] =>
  Array.from({ length: times }, () => parts).flat();

describe("detectIntervals", () => {
  it("finds five times three minutes to the second", () => {
    const session: Block[] = [
      [150, 900],
      ...repeat(5, [
        [300, 180],
        [120, 180],
      ]),
      [140, 600],
    ];
    expect(found(session)).toEqual(
      [0, 1, 2, 3, 4].map((i) => [900 + i * 360, 1080 + i * 360, 300]),
    );
  });

  it("keeps a bout whole over a short break, and ends it at a long one", () => {
    const short: Block[] = [
      [100, 300],
      [280, 120],
      [0, 8],
      [280, 120],
      [100, 300],
    ];
    expect(found(short)).toHaveLength(1);
    const long: Block[] = [
      [100, 300],
      [280, 120],
      [100, 40],
      [280, 120],
      [100, 300],
    ];
    expect(found(long).map(([start]) => start)).toEqual([300, 460]);
  });

  it("leaves surges of a few seconds alone", () => {
    expect(
      found([
        [150, 600],
        [500, 10],
        [150, 600],
        [300, 300],
        [150, 600],
      ]),
    ).toEqual([[1210, 1510, 300]]);
  });

  it("finds none in an even effort, in one with a few stops, or without a value", () => {
    expect(found([[200, 3600]])).toEqual([]);
    expect(
      found([
        [200, 1700],
        [0, 60],
        [205, 1800],
      ]),
    ).toEqual([]);
    expect(
      found([
        [200, 1800],
        [220, 1800],
      ]),
    ).toEqual([]);
    expect(found([[null, 600]])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it("does not count what lies in a pause", () => {
    const channel = blocks([
      [150, 600],
      [300, 300],
      [150, 600],
    ]);
    const timerOn = new Uint8Array(1500).fill(1);
    timerOn.fill(0, 600, 900);
    expect(detectIntervals(channel, timerOn)).toEqual([]);
  });
});
