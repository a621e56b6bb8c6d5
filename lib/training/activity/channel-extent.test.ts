import { describe, expect, it } from "vitest";
import { channelExtent } from "./channel-extent";

const channel = (values: number[], valid = values.map(() => 1)) => ({
  values: Float64Array.from(values),
  valid: Uint8Array.from(valid),
});

describe("channelExtent", () => {
  it("is the lowest and the highest recorded value; what was not recorded does not count", () => {
    expect(channelExtent(channel([5, 120, 99, 0], [1, 1, 1, 0]))).toEqual({ min: 5, max: 120 });
  });
  it("makes room in shares of the span", () => {
    expect(channelExtent(channel([100, 200]), 0.1)).toEqual({ min: 90, max: 210 });
    expect(channelExtent(channel([7, 7]), 0.1)).toEqual({ min: 7, max: 7 });
  });
  it("is null when nothing was recorded", () => {
    expect(channelExtent(channel([0, 0], [0, 0]))).toBeNull();
    expect(channelExtent(channel([]))).toBeNull();
  });
});
