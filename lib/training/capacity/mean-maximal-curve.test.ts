import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURVE_DURATIONS_S, meanMaximalCurve } from "./mean-maximal-curve";

const channel = (values: readonly (number | null)[]) => ({
  values: Float64Array.from(values, (value) => value ?? 0),
  valid: Uint8Array.from(values, (value) => (value === null ? 0 : 1)),
});
const at = (curve: { readonly bests: Float64Array }, durationS: number) =>
  curve.bests[CURVE_DURATIONS_S.indexOf(durationS)];

/** The definition itself, window by window. */
function naive(values: readonly (number | null)[], duration: number, gaps: "zero" | "break") {
  let best = Number.NaN;
  for (let start = 0; start + duration <= values.length; start++) {
    const window = values.slice(start, start + duration);
    if (gaps === "break" && window.includes(null)) continue;
    const mean = window.reduce<number>((sum, value) => sum + (value ?? 0), 0) / duration;
    if (!(mean <= best)) best = mean;
  }
  return best;
}

describe("meanMaximalCurve", () => {
  it("is flat on a steady effort and knows where its bests begin", () => {
    const curve = meanMaximalCurve(channel(Array<number>(700).fill(200)), "zero");
    expect([...curve.bests]).toEqual(curve.bests.length > 0 ? [...curve.bests].fill(200) : []);
    expect(CURVE_DURATIONS_S[curve.bests.length - 1]).toBe(660);
    const surge = [...Array<number>(100).fill(100), ...Array<number>(60).fill(400)];
    const surged = meanMaximalCurve(channel([...surge, ...Array<number>(100).fill(100)]), "zero");
    expect(at(surged, 60)).toBe(400);
    expect(surged.starts[CURVE_DURATIONS_S.indexOf(60)]).toBe(100);
    expect(at(surged, 120)).toBe(250);
  });

  it("counts a gap as 0 W, or breaks there", () => {
    const gap = [...Array<number>(60).fill(300), null, ...Array<number>(60).fill(300)];
    expect(at(meanMaximalCurve(channel(gap), "zero"), 120)).toBeCloseTo((119 * 300) / 120, 9);
    const broken = meanMaximalCurve(channel(gap), "break");
    expect(at(broken, 60)).toBe(300);
    expect(at(broken, 75)).toBeUndefined();
  });

  it("has no point without a value", () => {
    expect(meanMaximalCurve(channel([]), "zero").bests).toHaveLength(0);
    expect(meanMaximalCurve(channel([null, null]), "break").bests).toHaveLength(0);
  });

  it("finds what a search by definition finds, and never rises with the duration", () => {
    const value = fc.option(fc.integer({ min: 0, max: 1200 }), { freq: 12 });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 150 }),
        fc.constantFrom("zero" as const, "break" as const),
        (values, gaps) => {
          const { bests } = meanMaximalCurve(channel(values), gaps);
          for (const [k, best] of bests.entries()) {
            const exact = naive(values, CURVE_DURATIONS_S[k] as number, gaps);
            expect(best).toBeGreaterThanOrEqual(Number.isNaN(exact) ? 0 : exact - 1e-9);
            const longer = Array.from({ length: bests.length - k }, (_, i) =>
              naive(values, CURVE_DURATIONS_S[k + i] as number, gaps),
            ).filter((mean) => !Number.isNaN(mean));
            expect(best).toBeCloseTo(Math.max(...longer), 9);
            if (k > 0) expect(bests[k - 1]).toBeGreaterThanOrEqual(best);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
