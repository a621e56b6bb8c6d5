import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { exerciseHistory, type PerformedSets } from "./exercise-history";

const performed = (changes: Partial<PerformedSets>): PerformedSets => ({
  activityId: "monday",
  title: "Strength",
  day: localDate("2026-11-16"),
  exercise: "squat",
  repetitions: 5,
  weightKg: 80,
  sets: 1,
  ...changes,
});

describe("exerciseHistory", () => {
  it("adds up sets, repetitions and volume, and names the best set", () => {
    const [squat] = exerciseHistory([
      performed({ sets: 2 }),
      performed({ repetitions: 8, weightKg: 70 }),
      performed({ repetitions: 15, weightKg: 60 }),
    ]);
    expect(squat?.sessions).toEqual([
      {
        activityId: "monday",
        title: "Strength",
        day: "2026-11-16",
        sets: 4,
        repetitions: 33,
        topWeightKg: 80,
        volumeKg: 800 + 560 + 900,
        // 80 × (1 + 5 / 30) is more than 70 × (1 + 8 / 30); fifteen repetitions say nothing.
        best: { repetitions: 5, weightKg: 80, maximumKg: expect.closeTo(93.333, 3) },
      },
    ]);
  });

  it("has no volume and no estimate without a weight, and still the repetitions", () => {
    const [squat] = exerciseHistory([performed({ weightKg: null, repetitions: 12 })]);
    expect(squat?.sessions[0]).toMatchObject({
      repetitions: 12,
      topWeightKg: null,
      volumeKg: null,
      best: null,
    });
  });

  it("counts no repetitions where the device counted none", () => {
    const [plank] = exerciseHistory([performed({ exercise: "plank", repetitions: null })]);
    expect(plank?.sessions[0]).toMatchObject({ sets: 1, repetitions: null, volumeKg: null });
  });

  it("keeps yoga on the clock out, and what has no name behind what has one", () => {
    const clocked = { exercise: null, repetitions: null, weightKg: null };
    expect(exerciseHistory([performed(clocked)])).toEqual([]);
    const history = exerciseHistory([
      performed({ exercise: null }),
      performed({ exercise: null, activityId: "thursday" }),
      performed({}),
    ]);
    expect(history.map(({ exercise }) => exercise)).toEqual(["squat", null]);
  });

  it("lists the exercise with the most sessions first, and those without a name apart", () => {
    const history = exerciseHistory([
      performed({ exercise: null }),
      performed({}),
      performed({ activityId: "thursday" }),
    ]);
    expect(history.map(({ exercise, sessions }) => [exercise, sessions.length])).toEqual([
      ["squat", 2],
      [null, 1],
    ]);
  });
});
