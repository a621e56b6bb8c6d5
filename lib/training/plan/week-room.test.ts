import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RUNNER } from "@/tests/support/trained-athlete";
import { weekRoomS } from "./week-room";

const MIN = 60;

function room(beforeMin: number, weeklyMin: number, doneMin = 0): number {
  const week = { doneS: doneMin * MIN, beforeS: beforeMin * MIN };
  return weekRoomS({ ...RUNNER.volume, week, weeklyDurationS: weeklyMin * MIN }) / MIN;
}

describe("weekRoomS", () => {
  it("is a tenth above the week before, or above the usual one where that is more", () => {
    expect(room(200, 180)).toBeCloseTo(220, 9);
    expect(room(180, 200, 100)).toBeCloseTo(120, 9);
    expect(room(200, 200, 230)).toBe(0);
  });

  it("is 150 minutes for a small week, up to where a tenth is more", () => {
    expect(room(0, 0)).toBe(150);
    expect(room(40, 30, 60)).toBe(90);
    expect(room(136, 0)).toBe(150);
    expect(room(137, 0)).toBeCloseTo(150.7, 9);
  });

  it("never leaves more than the larger of the two, whatever was done", () => {
    const minutes = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (before, weekly, done) => {
        const most = Math.max(150, 1.1 * Math.max(before, weekly));
        expect(room(before, weekly, done) + done).toBeLessThanOrEqual(Math.max(done, most) + 1e-9);
      }),
    );
  });
});
