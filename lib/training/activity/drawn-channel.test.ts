import { describe, expect, it } from "vitest";
import { centredMean } from "./centred-mean";
import { drawnChannel } from "./drawn-channel";

const channel = {
  values: Float64Array.of(0, 300, 0, 300, 0, 300),
  valid: new Uint8Array(6).fill(1),
};

describe("drawnChannel", () => {
  it("smooths what was measured", () => {
    expect(drawnChannel("powerW", channel, 4)).toEqual(centredMean(channel, 4));
    expect(drawnChannel("powerW", channel, 4).values[2]).toBeCloseTo(120);
  });
  it("leaves balances as they are", () => {
    expect(drawnChannel("workBalanceJ", channel, 30)).toBe(channel);
  });
});
