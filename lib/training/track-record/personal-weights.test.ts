import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "@/db/seed/seeded-random";
import {
  type FeltMorning,
  MIN_GAIN,
  MIN_MORNINGS,
  personalWeights,
  WEIGHT_BOUNDS,
} from "./personal-weights";

/** Mornings of somebody whose feeling follows `truth` of the parts, with noise. */
function mornings(
  count: number,
  truth: Partial<FeltMorning["parts"]>,
  noise: number,
): FeltMorning[] {
  const random = seededRandom(7).next;
  return Array.from({ length: count }, () => {
    const parts = {
      hrv: 100 * random(),
      rhr: 100 * random(),
      sleep: 100 * random(),
      stress: 100 * random(),
    };
    const felt = Object.entries(truth).reduce(
      (sum, [name, weight]) => sum + weight * parts[name as keyof typeof parts],
      (random() - 0.5) * noise,
    );
    return { parts, felt: Math.max(1, Math.min(5, 1 + Math.floor(felt / 20))) };
  });
}

describe("personalWeights", () => {
  it("waits for sixty mornings", () => {
    const proposal = personalWeights(mornings(MIN_MORNINGS - 1, { sleep: 1 }, 0));
    expect(proposal).toMatchObject({ weights: null, mornings: 59, correlation: null });
    expect(proposal.reason).toContain("59 of 60");
  });

  it("proposes from the sixtieth on", () => {
    const proposal = personalWeights(mornings(60, { sleep: 0.9, hrv: 0.1 }, 5));
    expect(proposal).toMatchObject({ mornings: 60, reason: null });
    expect(proposal.weights?.sleep).toBeGreaterThan(0.2);
  });

  it("stays inside the bounds, and sums to one, whatever somebody's feeling follows", () => {
    const share = fc.double({ min: -0.5, max: 1, noNaN: true });
    const truth = fc.record({ hrv: share, rhr: share, sleep: share, stress: share });
    let proposed = 0;
    fc.assert(
      fc.property(truth, fc.integer({ min: 0, max: 40 }), (of, noise) => {
        const { weights, correlation } = personalWeights(mornings(60, of, noise));
        if (weights === null) return;
        proposed += 1;
        for (const [name, [low, high]] of Object.entries(WEIGHT_BOUNDS)) {
          const weight = weights[name as keyof typeof WEIGHT_BOUNDS];
          expect(weight).toBeGreaterThanOrEqual(low);
          expect(weight).toBeLessThanOrEqual(high);
        }
        const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
        expect(sum).toBeCloseTo(1, 9);
        expect((correlation?.fitted ?? 0) - (correlation?.own ?? 0)).toBeGreaterThanOrEqual(
          MIN_GAIN,
        );
      }),
      { numRuns: 25, seed: 7 },
    );
    expect(proposed).toBeGreaterThan(3);
  });

  it("gives sleep more to somebody who lives by it, inside the bounds", () => {
    const { weights, correlation, reason } = personalWeights(
      mornings(200, { sleep: 0.9, hrv: 0.1 }, 10),
    );
    expect(reason).toBeNull();
    expect(weights?.sleep).toBeCloseTo(WEIGHT_BOUNDS.sleep[1], 9);
    for (const [name, [low, high]] of Object.entries(WEIGHT_BOUNDS)) {
      const weight = weights?.[name as keyof typeof WEIGHT_BOUNDS] ?? Number.NaN;
      expect(weight).toBeGreaterThanOrEqual(low - 1e-9);
      expect(weight).toBeLessThanOrEqual(high + 1e-9);
    }
    const sum = Object.values(weights ?? {}).reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 9);
    expect((correlation?.fitted ?? 0) - (correlation?.own ?? 0)).toBeGreaterThan(0.05);
  });

  it("leaves the score as it is where its own weights are the truth, or nothing is", () => {
    const own = personalWeights(mornings(200, { hrv: 0.4, rhr: 0.3, sleep: 0.2, stress: 0.1 }, 20));
    expect(own.weights).toBeNull();
    expect(own.correlation).not.toBeNull();
    expect(personalWeights(mornings(200, {}, 100)).weights).toBeNull();
  });

  it("says nothing of somebody who always feels the same", () => {
    const same = mornings(100, { sleep: 1 }, 0).map((morning) => ({ ...morning, felt: 4 }));
    expect(personalWeights(same)).toMatchObject({ weights: null, correlation: null });
  });
});
