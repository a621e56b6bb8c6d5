import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channel, ChannelName, Streams } from "@/lib/training/activity/activity-types";
import { decodeStreams } from "./decode-streams";
import { encodeStreams } from "./encode-streams";
import { STREAM_COLUMNS } from "./stream-columns";

const RANGES: Record<ChannelName, [number, number]> = {
  powerW: [0, 2500],
  heartRateBpm: [25, 250],
  speedMps: [0, 40],
  cadenceRpm: [0, 254],
  altitudeM: [-500, 9000],
  distanceM: [0, 500_000],
  latitudeDeg: [-90, 90],
  longitudeDeg: [-180, 180],
  temperatureC: [-40, 60],
};

function anyChannel(name: ChannelName, length: number): fc.Arbitrary<Channel> {
  const [min, max] = RANGES[name];
  return fc.record({
    values: fc
      .array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length })
      .map((values) => Float64Array.from(values)),
    valid: anyFlags(length),
  });
}

function anyFlags(length: number): fc.Arbitrary<Uint8Array> {
  return fc
    .array(fc.integer({ min: 0, max: 1 }), { minLength: length, maxLength: length })
    .map((flags) => Uint8Array.from(flags));
}

const anyStreams: fc.Arbitrary<Streams> = fc.integer({ min: 0, max: 60 }).chain((lengthS) =>
  fc.record({
    lengthS: fc.constant(lengthS),
    timerOn: anyFlags(lengthS),
    channels: fc.record(
      Object.fromEntries(
        STREAM_COLUMNS.map(({ name }) => [name, anyChannel(name, lengthS)]),
      ) as Record<ChannelName, fc.Arbitrary<Channel>>,
      { requiredKeys: [] },
    ),
  }),
);

function expectSameWithin(tolerance: number, before?: Channel, after?: Channel): void {
  if (before === undefined || after === undefined) return;
  expect(after.valid).toEqual(before.valid);
  const differences = Array.from(before.valid, (flag, i) =>
    flag === 1 ? Math.abs((after.values[i] ?? 0) - (before.values[i] ?? 0)) : 0,
  );
  expect(Math.max(0, ...differences)).toBeLessThanOrEqual(tolerance + 1e-9);
}

describe("the streams codec", () => {
  it("gives back every valid second within half a quantum and nothing else", () => {
    fc.assert(
      fc.property(anyStreams, (streams) => {
        const decoded = decodeStreams(encodeStreams(streams));
        expect(decoded.lengthS).toBe(streams.lengthS);
        expect(decoded.timerOn).toEqual(streams.timerOn);
        expect(Object.keys(decoded.channels).sort()).toEqual(Object.keys(streams.channels).sort());
        for (const { name, quantum } of STREAM_COLUMNS) {
          expectSameWithin(quantum / 2, streams.channels[name], decoded.channels[name]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is stable: encoding what was decoded gives the same bytes", () => {
    fc.assert(
      fc.property(anyStreams, (streams) => {
        const once = encodeStreams(streams);
        expect(encodeStreams(decodeStreams(once)).content).toEqual(once.content);
      }),
      { numRuns: 30 },
    );
  });

  it("refuses another codec and damaged content instead of inventing values", () => {
    const streams: Streams = {
      lengthS: 3,
      timerOn: Uint8Array.of(1, 1, 1),
      channels: { powerW: { values: Float64Array.of(1, 2, 3), valid: Uint8Array.of(1, 0, 1) } },
    };
    const encoded = encodeStreams(streams);
    expect(() => decodeStreams({ ...encoded, codec: "columns-0" })).toThrow(RangeError);
    expect(() => decodeStreams({ ...encoded, lengthS: 2 })).toThrow(RangeError);
    expect(() => decodeStreams({ ...encoded, content: encoded.content.subarray(0, 2) })).toThrow();
  });
});
