import { describe, expect, it } from "vitest";
import { trackMiddle } from "./track-middle";

/** NaN: no position in that second. */
function streamsOf(latitudes: readonly number[]) {
  const values = Float64Array.from(latitudes);
  const valid = Uint8Array.from(latitudes, (value) => (Number.isNaN(value) ? 0 : 1));
  const channel = { values, valid };
  const timerOn = new Uint8Array(values.length).fill(1);
  const channels = { latitudeDeg: channel, longitudeDeg: channel };
  return { lengthS: values.length, timerOn, channels };
}
const latitude = (latitudes: readonly number[]) =>
  trackMiddle(streamsOf(latitudes))?.latitudeDeg ?? null;

describe("trackMiddle", () => {
  it("takes the position at half of the time, or the nearest after it, then before it", () => {
    const { NaN: gap } = Number;
    expect(latitude([1, 2, 3, 4, 5])).toBe(3);
    expect(latitude([1, 2, gap, gap, 5])).toBe(5);
    expect(latitude([1, 2, gap, gap, gap])).toBe(2);
  });

  it("knows no place without a position", () => {
    expect(latitude([Number.NaN, Number.NaN])).toBeNull();
    expect(trackMiddle({ lengthS: 9, timerOn: new Uint8Array(9), channels: {} })).toBeNull();
  });
});
