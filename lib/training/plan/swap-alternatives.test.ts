import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAthlete, decided } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { recommendWorkout } from "./recommend-workout";
import type { RecommendationInput } from "./recommendation-input";
import { swapAlternatives } from "./swap-alternatives";

function swaps(changes: Partial<RecommendationInput> = {}) {
  const input = { ...TRAINED, ...changes };
  return swapAlternatives(input, recommendWorkout(input));
}
const CYCLIST = { ...RUNNER, sport: "cycling" } as const;

describe("swapAlternatives", () => {
  it("offers a shorter one, an easier one and another sport", () => {
    const found = swaps({ sports: [RUNNER, CYCLIST] });
    expect(found.map(({ id }) => id)).toEqual(["shorter", "easier", "other_sport"]);
    const [shorter, easier, other] = found;
    const { workout } = recommendWorkout({ ...TRAINED, sports: [RUNNER, CYCLIST] });
    expect(shorter?.workout.durationS).toBeLessThan(workout?.durationS ?? 0);
    expect(shorter?.workout.intensity).toBe("hard");
    expect(easier?.workout.intensity).toBe("easy");
    expect(other?.workout.sport).not.toBe(workout?.sport);
    for (const { why } of found) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it("offers a hard one for an easy day only where the limits leave room", () => {
    const volume = { ...RUNNER.volume, threeZonesS: [20_000, 8000, 4000] as const };
    const sports: RecommendationInput["sports"] = [{ ...RUNNER, volume }];
    const ids = (changes: Partial<RecommendationInput>) =>
      swaps({ sports, ...changes }).map(({ id }) => id);
    expect(ids({ hardSessionsHoursAgo: [72] })).toContain("harder");
    expect(ids({ hardSessionsHoursAgo: [40] })).not.toContain("harder");
  });

  it("offers mobility on a day of rest, and nothing to the ill", () => {
    const rest = swaps({ decision: decided("rest", "both") });
    expect(rest).toHaveLength(3);
    for (const { workout } of rest) expect(workout.sport).toBe("yoga");
    expect(swaps({ events: { ...TRAINED.events, isIll: true } })).toEqual([]);
    const symptom = { name: "symptoms", colour: "red", value: 1, threshold: "", text: "" } as const;
    const decision = { ...decided("rest", "both"), signals: [symptom] };
    expect(swaps({ decision })).toEqual([]);
  });

  it("never gives an eased day more load than it was given", () => {
    fc.assert(
      fc.property(anyAthlete, (input) => {
        const recommendation = recommendWorkout(input);
        const { workout: recommended } = recommendation;
        if (input.decision.decision !== "ease" || recommended === null) return;
        for (const { workout } of swapAlternatives(input, recommendation)) {
          expect(workout.load).toBeLessThanOrEqual(recommended.load);
          if (recommended.intensity !== "hard") expect(workout.intensity).not.toBe("hard");
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("finds three, all different, for whoever has an hour and is not held back", () => {
    fc.assert(
      fc.property(anyAthlete, fc.integer({ min: 3600, max: 20_000 }), (any, availableS) => {
        const { events, decision } = TRAINED;
        const input = { ...any, availableS, load: null, events, decision, daysOff: 0 };
        const recommendation = recommendWorkout(input);
        const all = swapAlternatives(input, recommendation).map(({ workout }) => workout);
        expect(all).toHaveLength(3);
        const names = [recommendation.workout, ...all].map(
          (workout) => `${workout?.templateId} ${workout?.durationS}`,
        );
        expect(new Set(names).size).toBe(4);
      }),
      { numRuns: 1000 },
    );
  });
});
