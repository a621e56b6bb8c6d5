import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FATIGUE_GAIN, FITNESS_GAIN, fitnessFatigueForm } from "./fitness-fatigue-form";
import { performanceSeries } from "./performance-series";
import { ramp } from "./ramp";

const NINETY_ON_FOURTEEN_OFF = [...Array<number>(90).fill(100), ...Array<number>(14).fill(0)];

describe("fitnessFatigueForm", () => {
  it("has the exponential gains, not 1/tau and not 2/(tau + 1)", () => {
    expect(FITNESS_GAIN).toBeCloseTo(0.0235283133, 10);
    expect(FATIGUE_GAIN).toBeCloseTo(0.1331221002, 10);
  });

  it.each([
    [1, 2.3528313347756735, 13.312210024981841, 0],
    [7, 15.351827510938573, 63.21205588285578, -44.25050540732319],
    [14, 28.346868942621043, 86.46647167633874, -57.76782545341159],
    [28, 48.65828809674075, 98.16843611112658, -50.4659744544597],
    [42, 63.212055882855715, 99.75212478233337, -37.388418048378576],
    [90, 88.26808339057487, 99.99973925631191, -12.0142990953],
    [97, 74.7173, 36.7878, null],
    [104, 63.2468, 13.5335, null],
  ])("on day %s of 90 days at 100 and 14 at rest", (day, ctl, atl, tsb) => {
    const series = fitnessFatigueForm(NINETY_ON_FOURTEEN_OFF);
    expect(series.ctl[day - 1]).toBeCloseTo(ctl, 4);
    expect(series.atl[day - 1]).toBeCloseTo(atl, 4);
    if (tsb !== null) expect(series.tsb[day - 1]).toBeCloseTo(tsb, 4);
  });

  it("starts from a seed", () => {
    const { ctl, atl, tsb } = fitnessFatigueForm([50, 0, 80, 120, 0, 60, 200], {
      ctl: 60,
      atl: 70,
    });
    expect(ctl[6]).toBeCloseTo(62.23289264798055, 9);
    expect(atl[6]).toBeCloseTo(78.54531681659383, 9);
    expect(tsb[0]).toBe(-10);
  });

  it("shows form as of the morning: yesterday's difference", () => {
    const loads = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), {
      minLength: 2,
      maxLength: 200,
    });
    fc.assert(
      fc.property(loads, (load) => {
        const { ctl, atl, tsb } = fitnessFatigueForm(load);
        for (let day = 1; day < load.length; day++) {
          expect(tsb[day]).toBe((ctl[day - 1] ?? 0) - (atl[day - 1] ?? 0));
        }
      }),
    );
  });

  it("never leaves the range of the loads", () => {
    const loads = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(loads, (load) => {
        const { ctl, atl } = fitnessFatigueForm(load);
        const highest = Math.max(...load) + 1e-9;
        for (const value of [...ctl, ...atl]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(highest);
        }
      }),
    );
  });

  it("can be resumed from a checkpoint without a trace", () => {
    const loads = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), {
      minLength: 4,
      maxLength: 120,
    });
    fc.assert(
      fc.property(loads, fc.nat(100), (load, seed) => {
        const cut = 1 + (seed % (load.length - 2));
        const whole = fitnessFatigueForm(load);
        const checkpoint = { ctl: whole.ctl[cut - 1] ?? 0, atl: whole.atl[cut - 1] ?? 0 };
        const rest = fitnessFatigueForm(load.slice(cut), checkpoint);
        expect([...rest.ctl]).toEqual([...whole.ctl.slice(cut)]);
        expect([...rest.tsb]).toEqual([...whole.tsb.slice(cut)]);
      }),
    );
  });

  it("halves fitness in 29 days and fatigue in 5", () => {
    const { ctl, atl } = fitnessFatigueForm(new Float64Array(30), { ctl: 100, atl: 100 });
    expect(ctl[28]).toBeCloseTo(50, 0);
    expect(atl[4]).toBeLessThan(50);
  });

  it("is empty without days", () => {
    expect(fitnessFatigueForm([]).ctl).toHaveLength(0);
  });
});

describe("performanceSeries", () => {
  const actual = [100, 0, 50, 0];
  const planned = [80, 80, 80, 80, 60];

  it("joins what was done to what is planned at today", () => {
    expect([...performanceSeries(actual, planned, 2).expectedLoad]).toEqual([100, 0, 50, 80, 60]);
  });

  it("counts today's plan until something is done", () => {
    expect([...performanceSeries(actual, planned, 1).expectedLoad]).toEqual([100, 80, 80, 80, 60]);
  });

  it("ends the actual series today and keeps the plan apart", () => {
    const series = performanceSeries(actual, planned, 2, { ctl: 10, atl: 20 });
    expect(series.actual.ctl).toHaveLength(3);
    expect([...series.planned.ctl]).toEqual([
      ...fitnessFatigueForm(planned, { ctl: 10, atl: 20 }).ctl,
    ]);
    expect(series.expected.tsb[0]).toBe(-10);
  });
});

describe("ramp", () => {
  it("is the change of fitness over seven days, from the eighth day on", () => {
    const ctl = [10, 11, 12, 13, 14, 15, 16, 18];
    expect(ramp(ctl, 7)).toBe(8);
    expect(ramp(ctl, 6)).toBeNull();
    expect(ramp(ctl, 8)).toBeNull();
  });
});
