import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawSamples } from "./activity-types";
import { inferPauses } from "./infer-pauses";
import { recordingInterval } from "./recording-interval";
import { resampleToOneHertz } from "./resample-to-one-hertz";

const NAN = Number.NaN;

function raw(timeS: number[], channels: Record<string, number[]> = {}): RawSamples {
  return {
    timeS: Float64Array.from(timeS),
    channels: Object.fromEntries(
      Object.entries(channels).map(([name, values]) => [name, Float64Array.from(values)]),
    ),
  };
}

const every = (step: number, count: number) => Array.from({ length: count }, (_, i) => i * step);

describe("recordingInterval", () => {
  it("is the median step, without the records of one second", () => {
    expect(recordingInterval(Float64Array.from([0, 1, 2, 2, 3, 60]))).toEqual({
      medianS: 1,
      upperQuartileS: 57,
    });
    expect(recordingInterval(Float64Array.from([5, 5]))).toBeNull();
    expect(recordingInterval(new Float64Array(0))).toBeNull();
  });
});

describe("resampleToOneHertz", () => {
  it("keeps a 1 Hz file as it is", () => {
    const streams = resampleToOneHertz(raw([0, 1, 2], { powerW: [100, 0, 300] }), 3, []);
    expect(streams.lengthS).toBe(3);
    expect([...(streams.channels.powerW?.values ?? [])]).toEqual([100, 0, 300]);
    expect([...(streams.channels.powerW?.valid ?? [])]).toEqual([1, 1, 1]);
    expect([...streams.timerOn]).toEqual([1, 1, 1]);
  });

  it("keeps missing apart from zero", () => {
    const { powerW } = resampleToOneHertz(
      raw([0, 1, 2], { powerW: [100, NAN, 0] }),
      3,
      [],
    ).channels;
    expect([...(powerW?.valid ?? [])]).toEqual([1, 0, 1]);
  });

  it("leaves out a channel without one value", () => {
    const { channels } = resampleToOneHertz(raw([0, 1], { powerW: [NAN, NAN] }), 2, []);
    expect(channels.powerW).toBeUndefined();
  });

  it("holds the records of smart recording, up to 60 s, and draws distance between them", () => {
    const time = [0, 4, 8, 12, 64, 68];
    const samples = raw(time, {
      heartRateBpm: [100, 104, 108, 112, 120, 124],
      distanceM: [0, 12, 24, 36, 192, 204],
    });
    const { channels, lengthS } = resampleToOneHertz(samples, 69, []);
    expect(lengthS).toBe(69);
    expect([...(channels.heartRateBpm?.valid ?? [])].every((flag) => flag === 1)).toBe(true);
    expect(channels.heartRateBpm?.values[63]).toBe(112);
    expect(channels.distanceM?.values[38]).toBeCloseTo(36 + (156 * 26) / 52, 9);
  });

  it("leaves a gap where a 1 Hz device fell silent", () => {
    const time = [...every(1, 30), 60, 61];
    const { powerW } = resampleToOneHertz(
      raw(time, { powerW: time.map(() => 200) }),
      62,
      [],
    ).channels;
    expect(powerW?.valid[29]).toBe(1);
    expect(powerW?.valid[30]).toBe(0);
    expect(powerW?.valid[60]).toBe(1);
  });

  it("stops the timer in a pause and holds nothing into it", () => {
    const time = [0, 4, 8, 30, 34];
    const samples = raw(time, { heartRateBpm: [100, 100, 100, 100, 100] });
    const { timerOn, channels } = resampleToOneHertz(samples, 35, [{ fromS: 9, toS: 30 }]);
    expect([...timerOn.slice(7, 12)]).toEqual([1, 1, 0, 0, 0]);
    expect(channels.heartRateBpm?.valid[8]).toBe(1);
    expect(channels.heartRateBpm?.valid[15]).toBe(0);
    expect(timerOn[30]).toBe(1);
  });

  it("takes the last value of a second, from an earlier record where the last has none", () => {
    const samples = raw([0, 1, 1, 2], { powerW: [1, 2, NAN, 4], cadenceRpm: [80, 81, 82, 83] });
    const { channels } = resampleToOneHertz(samples, 3, []);
    expect(channels.powerW?.values[1]).toBe(2);
    expect(channels.cadenceRpm?.values[1]).toBe(82);
  });

  it("does not follow a clock that jumped by years", () => {
    const samples = raw([0, 1, 2, 2e9], { powerW: [1, 2, 3, 4] });
    expect(resampleToOneHertz(samples, 3, []).lengthS).toBe(3);
  });

  it("is empty for a file without records", () => {
    const streams = resampleToOneHertz(raw([]), 0, []);
    expect(streams.lengthS).toBe(0);
    expect(streams.channels).toEqual({});
  });

  it("never invents a value", () => {
    const record = fc.tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.option(fc.integer({ min: 0, max: 900 })),
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), (records) => {
        let now = 0;
        const time = records.map(([step]) => {
          now += step;
          return now;
        });
        const watts = records.map(([, value]) => value ?? NAN);
        const { powerW } = resampleToOneHertz(raw(time, { powerW: watts }), now + 1, []).channels;
        powerW?.values.forEach((value, s) => {
          if (powerW.valid[s] === 1) expect(watts).toContain(value);
        });
      }),
    );
  });
});

describe("inferPauses", () => {
  it("takes the longest gaps until the stated timer time is explained", () => {
    const time = Float64Array.from([...every(1, 100), ...every(1, 100).map((s) => s + 400)]);
    expect(inferPauses(time, 500, 200)).toEqual([{ fromS: 100, toS: 400 }]);
  });

  it("finds none when timer and elapsed time agree", () => {
    const time = Float64Array.from([...every(1, 100), 400]);
    expect(inferPauses(time, 401, 401)).toEqual([]);
    expect(inferPauses(time, 401, 0)).toEqual([]);
  });
});
