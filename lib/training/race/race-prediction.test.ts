import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { racePrediction } from "./race-prediction";
import { racePredictionBacktest } from "./race-prediction-backtest";

const MARATHON_M = 42_195;
const FIVE_IN_TWENTY = { distanceM: 5000, durationS: 1200 };

describe("racePrediction", () => {
  it("gives the marathon of a 20:00 over 5 km as a range, as published", () => {
    const prediction = racePrediction(FIVE_IN_TWENTY, MARATHON_M);
    // 3:11 by VDOT to 3:52 by the amateurs' exponent.
    expect((prediction?.fastS ?? 0) / 60).toBeCloseTo(191, 0);
    expect((prediction?.slowS ?? 0) / 60).toBeCloseTo(232, 0);
    expect(prediction?.expectedS).toBeGreaterThan(prediction?.fastS ?? 0);
    expect(prediction?.expectedS).toBeLessThan(prediction?.slowS ?? 0);
  });

  it("is the race itself over its own distance", () => {
    const prediction = racePrediction(FIVE_IN_TWENTY, 5000);
    expect(prediction?.fastS).toBeCloseTo(1200, 2);
    expect(prediction?.slowS).toBeCloseTo(1200, 2);
  });

  it("says nothing from a walk or a sprint", () => {
    expect(racePrediction({ distanceM: 5000, durationS: 5400 }, 10_000)).not.toBeNull();
    expect(racePrediction({ distanceM: 5000, durationS: 18_000 }, 10_000)).toBeNull();
    expect(racePrediction({ distanceM: 100, durationS: 13 }, 10_000)).toBeNull();
    expect(racePrediction(FIVE_IN_TWENTY, 0)).toBeNull();
  });

  it("keeps its order whatever the race", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 220, max: 340, noNaN: true }),
        fc.constantFrom(1500, 5000, 10_000, 21_097.5),
        fc.constantFrom(1500, 3000, 5000, 10_000, 21_097.5, MARATHON_M),
        (secondsPerKm, distanceM, targetM) => {
          const durationS = (secondsPerKm * distanceM) / 1000;
          const prediction = racePrediction({ distanceM, durationS }, targetM);
          if (prediction === null) return;
          expect(prediction.fastS).toBeLessThanOrEqual(prediction.expectedS);
          expect(prediction.expectedS).toBeLessThanOrEqual(prediction.slowS);
        },
      ),
    );
  });
});

describe("racePredictionBacktest", () => {
  const race = (dayNumber: number, distanceM: number, durationS: number) => ({
    dayNumber,
    distanceM,
    durationS,
  });

  it("judges each race by the best earlier one over another distance", () => {
    const races = [
      race(0, 5000, 1300),
      race(30, 5000, 1200),
      race(60, 10_000, 2550),
      race(90, 21_097.5, 7200),
    ];
    const { predictions, insideShare, medianError } = racePredictionBacktest(races);
    expect(predictions.map(({ race: { distanceM }, from }) => [distanceM, from.dayNumber])).toEqual(
      [
        [10_000, 30],
        [21_097.5, 30],
      ],
    );
    expect(predictions[0]?.isInside).toBe(true);
    expect(predictions[1]?.isInside).toBe(false);
    expect(insideShare).toBe(0.5);
    expect(medianError).toBeGreaterThan(0.2);
  });

  it("has nothing to judge without an earlier race within half a year", () => {
    expect(racePredictionBacktest([])).toEqual({
      predictions: [],
      insideShare: null,
      medianError: null,
    });
    const old = racePredictionBacktest([race(0, 5000, 1200), race(400, 10_000, 2500)]);
    expect(old.predictions).toHaveLength(0);
  });
});
