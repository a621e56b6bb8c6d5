import { describe, expect, it } from "vitest";
import type { RecordedLength, Streams } from "./activity-types";
import { withLengthChannels } from "./length-channels";

const length = (startS: number, durationS: number, more: Partial<RecordedLength> = {}) => ({
  ...{ startS, durationS, strokes: 10, stroke: "freestyle", isActive: true },
  ...more,
});
const streams: Streams = { lengthS: 90, timerOn: new Uint8Array(90).fill(1), channels: {} };
const LENGTHS = [
  length(0, 25),
  length(25, 20, { strokes: null, isActive: false }),
  length(45, 50, { strokes: null }),
];

describe("withLengthChannels", () => {
  const { speedMps, cadenceRpm } = withLengthChannels(streams, LENGTHS, 50).channels;

  it("swims a length at one speed, and rests without any", () => {
    expect(speedMps?.values[0]).toBe(1);
    expect(speedMps?.values[24]).toBe(1);
    expect([...(speedMps?.valid.slice(25, 45) ?? [])]).toEqual(Array(20).fill(0));
    expect(speedMps?.values[89]).toBe(0.5);
  });
  it("counts strokes a minute where they were counted", () => {
    expect(cadenceRpm?.values[10]).toBe(24);
    expect(cadenceRpm?.valid[60]).toBe(0);
  });
  it("leaves what was recorded, and everything where the lengths tell nothing", () => {
    const recorded = { values: new Float32Array(90), valid: new Uint8Array(90).fill(1) };
    const swum = withLengthChannels({ ...streams, channels: { speedMps: recorded } }, LENGTHS, 50);
    expect(swum.channels.speedMps).toBe(recorded);
    const lone = { ...recorded, valid: new Uint8Array(90).fill(1, 24, 25) };
    const told = withLengthChannels({ ...streams, channels: { speedMps: lone } }, LENGTHS, 50);
    expect(told.channels.speedMps).toEqual(speedMps);
    expect(withLengthChannels(streams, [], 50)).toBe(streams);
    expect(withLengthChannels(streams, LENGTHS, null)).toBe(streams);
    expect(withLengthChannels(streams, LENGTHS, 5000)).toBe(streams);
  });
});
