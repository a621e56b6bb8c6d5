import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPORTS } from "../activity/sports";
import { heartRateZones } from "./heart-rate-zones";
import { paceZones } from "./pace-zones";
import { powerZones } from "./power-zones";
import { timeInZone } from "./time-in-zone";

const channel = (values: number[]) => ({
  values: Float64Array.from(values),
  valid: new Uint8Array(values.length).fill(1),
});
const on = (length: number) => new Uint8Array(length).fill(1);

describe("zones", () => {
  it("draws Coggan's seven power zones", () => {
    expect(powerZones(200).map(Math.round)).toEqual([110, 150, 180, 210, 240, 300]);
  });

  it("draws Friel's heart rate zones for the sport", () => {
    expect(heartRateZones(165, "running")).toEqual([141, 149, 157, 165, 170, 175]);
    expect(heartRateZones(165, "cycling")).toEqual([134, 149, 156, 165, 170, 175]);
    expect(heartRateZones(165, "hiking")).toEqual(heartRateZones(165, "running"));
  });

  it("moves no whole beat into another zone by rounding up", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 200 }),
        fc.integer({ min: 60, max: 220 }),
        (lthr, bpm) => {
          const exact = [0.85, 0.9, 0.95, 1, 1.03, 1.06].filter(
            (share) => bpm + 1e-9 >= share * lthr,
          );
          const rounded = heartRateZones(lthr, "running").filter((boundary) => bpm >= boundary);
          expect(rounded).toHaveLength(exact.length);
        },
      ),
    );
  });

  it("ascends for every sport", () => {
    for (const sport of SPORTS) {
      const zones = heartRateZones(170, sport);
      expect([...zones].sort((a, b) => a - b)).toEqual(zones);
    }
    expect(paceZones(4, "running")).toEqual([3.2, 3.48, 3.8, 4.2, 4.76]);
    expect(paceZones(1, "swimming")).toEqual([0.93, 0.97, 0.99, 1.02, 1.09]);
  });
});

describe("timeInZone", () => {
  it("gives a value at the boundary to the zone above, as the devices do", () => {
    const { seconds } = timeInZone(channel([99, 100, 101, 199, 200]), on(5), [100, 200], "bpm");
    expect(seconds).toEqual([1, 3, 1]);
  });

  it("counts neither pauses nor missing seconds", () => {
    const heartRate = channel([100, 100, 100, 100]);
    heartRate.valid[1] = 0;
    const timerOn = Uint8Array.from([1, 1, 0, 1]);
    expect(timeInZone(heartRate, timerOn, [90], "bpm").seconds).toEqual([0, 2]);
  });

  it("puts every second in exactly one zone", () => {
    const values = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 100 });
    const boundaries = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 6 });
    fc.assert(
      fc.property(values, boundaries, (power, limits) => {
        const sorted = [...limits].sort((a, b) => a - b);
        const { seconds } = timeInZone(channel(power), on(power.length), sorted, "W");
        expect(seconds).toHaveLength(sorted.length + 1);
        expect(seconds.reduce((sum, value) => sum + value, 0)).toBe(power.length);
      }),
    );
  });
});
