import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import type { AthleteSettings } from "../activity/activity-types";
import type { Decision, ReadinessDecision } from "../recovery/recovery-types";
import { powerZones } from "../zones/power-zones";
import { buildWorkout } from "./build-workout";
import { INTENSITY_LEVELS, LEVEL_RANGES } from "./intensity-levels";
import { recommendWorkout } from "./recommend-workout";
import type { RecommendationInput } from "./recommendation-input";
import { stepTarget } from "./step-target";
import { WORKOUT_TEMPLATES } from "./workout-templates";
import type { RecommendedWorkout } from "./workout-types";

const KNOWN: AthleteSettings = {
  sex: "f",
  gradedPaceModel: "observed",
  weightKg: 60,
  ftpW: 250,
  thresholdHeartRateBpm: 170,
  maxHeartRateBpm: 190,
  restingHeartRateBpm: 50,
  thresholdSpeedMps: 4,
  criticalSwimSpeedMps: 1.2,
};

function decided(
  decision: Decision,
  modification: ReadinessDecision["modification"] = "none",
): ReadinessDecision {
  const reasons = decision === "go" ? [] : ["5 h 10 of sleep.", "Form -22 this morning."];
  return { decision, modification, reasons, rule: "X", signals: [], path: [], formula: "X@1" };
}

const TRAINED: RecommendationInput = {
  decision: decided("go"),
  recovery: null,
  mainSport: "running",
  volume: {
    sessions28: 16,
    typicalDurationS: 3600,
    longestDurationS: 5400,
    daysSinceLong: 3,
    ramp: 2,
  },
  tsb: 0,
  hardSessionsHoursAgo: [72],
  daysSinceStrength: null,
  availableS: null,
  settings: KNOWN,
  dayNumber: 20_000,
};

const recommend = (changes: Partial<RecommendationInput> = {}) =>
  recommendWorkout({ ...TRAINED, ...changes });
const RANK = { rest: 0, easy: 1, moderate: 2, hard: 3 };

describe("recommendWorkout", () => {
  it("sends a fresh athlete into a hard session, with the reasons first", () => {
    const { workout, original, rationale } = recommend();
    expect(workout?.intensity).toBe("hard");
    expect(original).toBeNull();
    expect(rationale.slice(0, 2)).toEqual([
      "The last hard session was 3 days ago.",
      "Form is 0 this morning.",
    ]);
  });

  it("is the same for the same input", () => {
    expect(recommend()).toEqual(recommend());
  });

  it.each<[string, Partial<RecommendationInput>]>([
    ["a hard session 47 h ago", { hardSessionsHoursAgo: [47] }],
    ["three hard sessions this week", { hardSessionsHoursAgo: [50, 100, 150] }],
    ["deep fatigue", { tsb: -25 }],
    ["a steep ramp", { volume: { ...TRAINED.volume, ramp: 9 } }],
    ["little training", { volume: { ...TRAINED.volume, sessions28: 3 } }],
  ])("asks for nothing hard after %s", (_, changes) => {
    expect(recommend(changes).workout?.intensity).not.toBe("hard");
  });

  it("forgets hard sessions older than seven days", () => {
    expect(recommend({ hardSessionsHoursAgo: [169, 170, 171] }).workout?.intensity).toBe("hard");
  });

  it("rests when the morning says so, and keeps what it would have been", () => {
    const { workout, original, rationale } = recommend({ decision: decided("rest", "both") });
    expect(workout).toBeNull();
    expect(original?.intensity).toBe("hard");
    expect(rationale.slice(0, 2)).toEqual(["5 h 10 of sleep.", "Form -22 this morning."]);
  });

  it.each(["volume", "intensity", "both"] as const)("eases by cutting %s", (modification) => {
    const { workout, original, rationale } = recommend({ decision: decided("ease", modification) });
    expect(original?.intensity).toBe("hard");
    expect(workout?.load ?? 0).toBeLessThan(original?.load ?? 0);
    expect(rationale[0]).toBe("5 h 10 of sleep.");
    expect(rationale.at(-1)).toContain("became");
    if (modification !== "volume") expect(workout?.intensity).toBe("easy");
    if (modification !== "intensity") {
      expect(workout?.durationS ?? 0).toBeLessThanOrEqual(0.6 * (original?.durationS ?? 0));
    }
  });

  it("lengthens the long run by a tenth at most", () => {
    const input = {
      hardSessionsHoursAgo: [72, 120],
      volume: { ...TRAINED.volume, daysSinceLong: 7, longestDurationS: 4200 },
    };
    const { workout } = recommend(input);
    expect(workout?.templateId).toBe("running-long-run");
    expect(workout?.durationS ?? 0).toBeLessThanOrEqual(4200 * 1.1);
    expect(workout?.durationS ?? 0).toBeGreaterThan(3600);
  });

  it("fills the day after a hard one with strength where the athlete does any", () => {
    const input = { hardSessionsHoursAgo: [26], daysSinceStrength: 4 };
    expect(recommend(input).workout?.sport).toBe("strength");
    expect(recommend({ ...input, daysSinceStrength: null }).workout?.sport).toBe("running");
  });

  it("says so when there is no time for anything that helps", () => {
    const { workout, rationale } = recommend({ availableS: 300 });
    expect(workout).toBeNull();
    expect(rationale.at(-1)).toContain("too short");
  });
});

const anyInput: fc.Arbitrary<RecommendationInput> = fc.record({
  decision: fc
    .tuple(
      fc.constantFrom<Decision>("go", "ease", "rest"),
      fc.constantFrom("volume" as const, "intensity" as const, "both" as const),
    )
    .map(([decision, cut]) => decided(decision, decision === "go" ? "none" : cut)),
  recovery: fc.constant(null),
  mainSport: fc.constantFrom("cycling" as const, "running" as const, "swimming" as const),
  volume: fc.record({
    sessions28: fc.integer({ min: 0, max: 30 }),
    typicalDurationS: fc.option(fc.integer({ min: 600, max: 14_400 })),
    longestDurationS: fc.option(fc.integer({ min: 600, max: 28_800 })),
    daysSinceLong: fc.option(fc.integer({ min: 0, max: 30 })),
    ramp: fc.option(fc.double({ min: -10, max: 12, noNaN: true })),
  }),
  tsb: fc.option(fc.integer({ min: -50, max: 30 })),
  hardSessionsHoursAgo: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 5 }),
  daysSinceStrength: fc.option(fc.integer({ min: 0, max: 20 })),
  availableS: fc.option(fc.integer({ min: 0, max: 20_000 })),
  settings: fc.constantFrom(KNOWN, NOTHING_SET, { ...NOTHING_SET, thresholdHeartRateBpm: 165 }),
  dayNumber: fc.integer({ min: 15_000, max: 30_000 }),
});

function expectConsistent(workout: RecommendedWorkout): void {
  expect(workout.steps.reduce((sum, step) => sum + step.durationS, 0)).toBe(workout.durationS);
  expect(workout.steps.reduce((sum, step) => sum + (step.load ?? Number.NaN), 0)).toBe(
    workout.load,
  );
  expect(workout.load).toBeGreaterThan(0);
  for (const { durationS, target } of workout.steps) {
    expect(durationS).toBeGreaterThan(0);
    expect(target.low ?? 0).toBeLessThan(target.high ?? 0);
  }
}

describe("properties of the recommendation", () => {
  it("durations and loads of the steps sum exactly to the workout's", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { workout, original } = recommendWorkout(input);
        if (workout) expectConsistent(workout);
        if (original) expectConsistent(original);
      }),
      { numRuns: 500 },
    );
  });

  it("never more than three hard sessions in seven days, never within 48 h", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { workout } = recommendWorkout(input);
        if (workout?.intensity !== "hard") return;
        const week = input.hardSessionsHoursAgo.filter((hours) => hours < 168);
        expect(week.length).toBeLessThan(3);
        expect(Math.min(Number.POSITIVE_INFINITY, ...week)).toBeGreaterThanOrEqual(48);
        expect(input.decision.decision === "rest").toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("an eased workout is neither harder nor heavier than the intended one", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { workout, original } = recommendWorkout(input);
        if (!workout || !original) return;
        expect(workout.load).toBeLessThanOrEqual(original.load);
        expect(RANK[workout.intensity]).toBeLessThanOrEqual(RANK[original.intensity]);
      }),
      { numRuns: 500 },
    );
  });

  it("fits the time available and rests on a rest day", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { workout, rationale } = recommendWorkout(input);
        if (input.decision.decision === "rest") expect(workout).toBeNull();
        expect(workout?.durationS ?? 0).toBeLessThanOrEqual(
          input.availableS ?? Number.POSITIVE_INFINITY,
        );
        expect(rationale.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it("stays in the main sport, strength apart", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const sport = recommendWorkout(input).workout?.sport ?? input.mainSport;
        expect(["strength", input.mainSport]).toContain(sport);
      }),
    );
  });
});

describe("the library", () => {
  it("has unique ids and every kind of easy session for every sport", () => {
    const ids = WORKOUT_TEMPLATES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(16);
    for (const sport of ["cycling", "running", "swimming"]) {
      const kinds = new Set(
        WORKOUT_TEMPLATES.filter((template) => template.sport === sport).map(({ kind }) => kind),
      );
      expect([...kinds].sort()).toEqual([
        "endurance",
        "long",
        "recovery",
        "tempo",
        "threshold",
        "vo2max",
      ]);
    }
  });

  it.each(WORKOUT_TEMPLATES.map((template) => [template.id, template] as const))(
    "%s fits any length that it accepts",
    (_, template) => {
      fc.assert(
        fc.property(fc.integer({ min: 4, max: 40 }), (fiveMinutes) => {
          const workout = buildWorkout(template, fiveMinutes * 300, KNOWN);
          if (workout) expect(workout.durationS).toBe(fiveMinutes * 300);
        }),
      );
      expect(buildWorkout(template, 5400, KNOWN)).not.toBeNull();
      expect(buildWorkout(template, 300, KNOWN)).toBeNull();
    },
  );

  it("takes targets from the athlete's own thresholds, else heart rate, else feel", () => {
    expect(stepTarget("threshold", "cycling", KNOWN)).toEqual({
      kind: "power",
      low: 235,
      high: 255,
      zone: 4,
    });
    expect(stepTarget("endurance", "running", KNOWN)).toMatchObject({ kind: "speed", low: 3.2 });
    const heartRateOnly = { ...NOTHING_SET, thresholdHeartRateBpm: 170 };
    expect(stepTarget("endurance", "running", heartRateOnly).kind).toBe("heart_rate");
    expect(stepTarget("vo2max", "running", heartRateOnly).kind).toBe("rpe");
    expect(stepTarget("endurance", "cycling", NOTHING_SET)).toMatchObject({
      kind: "rpe",
      low: 3,
      high: 4,
    });
  });

  it("keeps every level inside its power zone", () => {
    const boundaries = [0, ...powerZones(1), Number.POSITIVE_INFINITY];
    for (const level of INTENSITY_LEVELS) {
      const { zone, power } = LEVEL_RANGES[level];
      expect(power[0]).toBeGreaterThanOrEqual(boundaries[zone - 1] ?? Number.POSITIVE_INFINITY);
      expect(power[1]).toBeLessThan(boundaries[zone] ?? 0);
    }
  });
});
