import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wPrimeBalance } from "./w-prime-balance";
import { wPrimeBalanceIntegral, wPrimeTimeConstant } from "./w-prime-balance-integral";

const full = (values: readonly number[]) => ({
  values: Float64Array.from(values),
  valid: new Uint8Array(values.length).fill(1),
});
const block = full([...Array<number>(300).fill(310), ...Array<number>(600).fill(150)]);
const ramp = full(Array.from({ length: 100 }, (_, i) => i));

describe("wPrimeBalance", () => {
  it("agrees with the worked example, in the closed form", () => {
    const balance = wPrimeBalance(block, 250, 20_000);
    expect(balance?.[299]).toBeCloseTo(2000, 6);
    expect(balance?.[899]).toBeCloseTo(19_103.8328, 3);
  });

  it("agrees with the published ramp while above critical power", () => {
    const balance = wPrimeBalance(ramp, 25, 2000);
    expect(balance?.[75]).toBeCloseTo(725, 6);
    expect(balance?.[50]).toBeCloseTo(1675, 6);
  });

  it("takes a second without power for rest", () => {
    const values = Float64Array.from([
      ...Array<number>(60).fill(400),
      ...Array<number>(60).fill(999),
    ]);
    const valid = Uint8Array.from(values, (_, i) => (i < 60 ? 1 : 0));
    const resting = full([...Array<number>(60).fill(400), ...Array<number>(60).fill(0)]);
    expect(wPrimeBalance({ values, valid }, 250, 20_000)).toEqual(
      wPrimeBalance(resting, 250, 20_000),
    );
  });

  it("goes below 0 when CP is set too low, and has no value without one", () => {
    const hard = full(Array<number>(200).fill(400));
    expect(wPrimeBalance(hard, 250, 20_000)?.at(-1)).toBe(-10_000);
    expect(wPrimeBalance(hard, 0, 20_000)).toBeNull();
    expect(wPrimeBalance(hard, 250, 0)).toBeNull();
  });

  it("never exceeds W' and only falls above critical power", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 400 }), (watts) => {
        const balance = wPrimeBalance(full(watts), 250, 20_000) ?? new Float64Array();
        let before = 20_000;
        for (const [s, left] of balance.entries()) {
          expect(left).toBeLessThanOrEqual(20_000);
          if ((watts[s] as number) > 250) expect(left).toBeLessThan(before);
          else expect(left).toBeGreaterThanOrEqual(before);
          before = left;
        }
      }),
    );
  });
});

describe("wPrimeBalanceIntegral", () => {
  it("agrees with the published ramp", () => {
    expect(wPrimeTimeConstant(ramp, 25)).toBeCloseTo(795.4401052826, 9);
    const balance = wPrimeBalanceIntegral(ramp, 25, 2000);
    expect(balance[75]).toBeCloseTo(750.774177444, 6);
    expect(balance[50]).toBeCloseTo(1678.243108624, 6);
    expect(wPrimeBalanceIntegral(ramp, 25, 2000, 100)[75]).toBeCloseTo(909.618947329, 6);
    expect(wPrimeBalanceIntegral(ramp, 25, 2000, 500)[50]).toBeCloseTo(1680.135643941, 6);
  });

  it("agrees with the worked example", () => {
    const balance = wPrimeBalanceIntegral(block, 250, 20_000);
    expect(wPrimeTimeConstant(block, 250)).toBeCloseTo(516.86217488, 6);
    expect(balance[299]).toBeCloseTo(6331.0853, 3);
    expect(balance[899]).toBeCloseTo(15_718.6294, 3);
  });
});
