import { describe, expect, it } from "vitest";
import { channelByDistance, furthest, secondAtDistance } from "./channel-by-distance";

const channel = (values: number[], valid = values.map(() => 1)) => ({
  values: Float64Array.from(values),
  valid: Uint8Array.from(valid),
});
const distance = channel([0, 4, 8, 12, 16, 30]);
const power = channel([100, 200, 300, 0, 500, 600], [1, 1, 1, 0, 1, 1]);

describe("channelByDistance", () => {
  it("means what was recorded in each step of the way", () => {
    const { values, valid } = channelByDistance(power, distance, 10);
    expect([...values]).toEqual([200, 500, 600]);
    expect([...valid]).toEqual([1, 1, 1]);
  });
  it("leaves a step without a second without a value", () => {
    expect([...channelByDistance(power, distance, 5).valid]).toEqual([1, 1, 0, 1, 0, 1]);
  });
  it("is empty without a distance", () => {
    expect(channelByDistance(power, channel([0, 0], [0, 0]), 10).values).toHaveLength(0);
  });
});

describe("secondAtDistance", () => {
  it("is the first second there, or the end", () => {
    expect(secondAtDistance(distance, 8)).toBe(2);
    expect(secondAtDistance(distance, 9)).toBe(3);
    expect(secondAtDistance(distance, 31)).toBe(6);
    expect(furthest(distance)).toBe(30);
  });
});
