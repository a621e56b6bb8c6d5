import { describe, expect, it } from "vitest";
import { aerobicAnaerobicSplit } from "./aerobic-anaerobic-split";
import { bikeScore } from "./bike-score";
import { relativeIntensity } from "./relative-intensity";
import { xPower } from "./x-power";

const channel = (values: readonly number[]) => ({
  values: Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value)),
  valid: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1)),
});
const on = (seconds: number) => new Uint8Array(seconds).fill(1);
const steady = (watts: number, seconds: number) => Array<number>(seconds).fill(watts);

describe("xPower", () => {
  it("agrees with the worked examples", () => {
    const step = [...steady(100, 1800), ...steady(300, 1800)];
    expect(xPower(channel(steady(200, 3600)), on(3600))).toBeCloseTo(199.2652, 4);
    expect(xPower(channel(step), on(3600))).toBeCloseTo(251.539, 3);
    const ramp = Array.from({ length: 600 }, (_, i) => i);
    expect(xPower(channel(ramp), on(600))).toBeCloseTo(380.0431, 4);
  });

  it("lets the mean fade in a gap, and takes a long one for rest", () => {
    const effort = steady(300, 600);
    const whole = xPower(channel(effort), on(600)) ?? 0;
    const paused = [...effort, ...steady(Number.NaN, 1800)];
    const faded = xPower(channel(paused), on(2400)) ?? 0;
    const longer = [...paused, ...steady(Number.NaN, 1800)];
    expect(faded).toBeLessThan(whole);
    expect(xPower(channel(longer), on(4200))).toBe(faded);
  });

  it("has no value without power", () => {
    expect(xPower(channel([]), on(0))).toBeNull();
    expect(xPower(channel(steady(Number.NaN, 60)), on(60))).toBeNull();
    expect(xPower(channel(steady(200, 60)), new Uint8Array(60))).toBeNull();
  });

  it("makes an hour at critical power a score of 100", () => {
    expect(relativeIntensity(250, 250)).toBe(1);
    expect(bikeScore(3600, 250, 250)).toBe(100);
    expect(bikeScore(3600, 200, 250)).toBeCloseTo(64, 9);
    expect(relativeIntensity(250, 0)).toBeNull();
    expect(bikeScore(3600, 250, 0)).toBeNull();
  });
});

describe("aerobicAnaerobicSplit", () => {
  it.each([
    [0.5, 18.115245, 4.5e-9],
    [0.75, 46.637649, 4.227e-5],
    [1, 99.97223, 0.0158009],
    [1.2, 165.187662, 0.3868546],
    [2, 624.757388, 125.7667013],
  ])("an hour at %s of CP", (share, aerobic, anaerobic) => {
    const split = aerobicAnaerobicSplit(channel(steady(250 * share, 3600)), on(3600), 250);
    expect(split?.aerobic).toBeCloseTo(aerobic, 5);
    expect(split?.anaerobic).toBeCloseTo(anaerobic, 6);
  });

  it("leaves missing seconds out and has no value without work or CP", () => {
    const gap = [...steady(250, 60), ...steady(Number.NaN, 60)];
    const split = aerobicAnaerobicSplit(channel(gap), on(120), 250);
    expect(split).toEqual(aerobicAnaerobicSplit(channel(steady(250, 60)), on(60), 250));
    expect(aerobicAnaerobicSplit(channel(steady(0, 60)), on(60), 250)).toBeNull();
    expect(aerobicAnaerobicSplit(channel(gap), on(120), 0)).toBeNull();
  });
});
