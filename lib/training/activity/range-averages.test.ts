import { describe, expect, it } from "vitest";
import type { Channel, Streams } from "./activity-types";
import { rangeAverages } from "./range-averages";

function channelOf(values: readonly (number | null)[]): Channel {
  return {
    values: Float64Array.from(values, (value) => value ?? 0),
    valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
  };
}

const streams: Streams = {
  lengthS: 6,
  timerOn: Uint8Array.of(1, 1, 1, 0, 1, 1),
  channels: {
    powerW: channelOf([100, 0, 200, 900, null, 300]),
    heartRateBpm: channelOf([100, 110, 120, 125, null, 130]),
    cadenceRpm: channelOf([80, 0, 90, 0, 0, 100]),
    distanceM: channelOf([10, 20, 30, 30, 40, 50]),
    altitudeM: channelOf([500, 501, null, 503, 502, 498]),
  },
};

describe("rangeAverages", () => {
  it("averages the whole activity while the timer ran", () => {
    expect(rangeAverages(streams, 0, 6)).toEqual({
      fromS: 0,
      toS: 6,
      timerS: 5,
      distanceM: 40,
      powerW: 150,
      heartRateBpm: 115,
      maxHeartRateBpm: 130,
      speedMps: 8,
      cadenceRpm: 90,
      altitudeChangeM: -2,
    });
  });

  it("starts a stretch where the second before it ended", () => {
    const part = rangeAverages(streams, 1, 3);
    expect(part.distanceM).toBe(20);
    expect(part.speedMps).toBe(10);
    expect(part.powerW).toBe(100);
  });

  it("says null, never zero, for what was not recorded", () => {
    const part = rangeAverages(streams, 4, 5);
    expect(part.powerW).toBeNull();
    expect(part.heartRateBpm).toBeNull();
    expect(part.cadenceRpm).toBeNull();
    const bare = rangeAverages({ lengthS: 3, timerOn: Uint8Array.of(1, 1, 1), channels: {} }, 0, 3);
    expect([bare.powerW, bare.distanceM, bare.speedMps, bare.altitudeChangeM]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("takes recorded speed where there is no distance", () => {
    const part = rangeAverages(
      {
        lengthS: 2,
        timerOn: Uint8Array.of(1, 1),
        channels: { speedMps: channelOf([3, 4]) },
      },
      0,
      2,
    );
    expect(part.speedMps).toBe(3.5);
  });

  it("cuts a stretch to the recording", () => {
    expect(rangeAverages(streams, -5, 99)).toEqual(rangeAverages(streams, 0, 6));
    expect(rangeAverages(streams, 4, 2).timerS).toBe(0);
  });
});
