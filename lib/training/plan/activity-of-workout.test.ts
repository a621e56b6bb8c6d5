import { describe, expect, it } from "vitest";
import { activityOfWorkout } from "./activity-of-workout";
import { chosenWorkout, type WorkoutAnswer, workoutOfDay } from "./chosen-workout";
import type { RecommendedWorkout } from "./workout-types";

const workout = { sport: "running", durationS: 3600 } as const;
const activity = (id: string, timerS: number, sport: "running" | "cycling" = "running") => ({
  ...{ id, timerS, sport },
});

describe("activityOfWorkout", () => {
  it("is the one of the same sport whose time is nearest", () => {
    const day = [activity("short", 1200), activity("ride", 3600, "cycling"), activity("run", 4200)];
    expect(activityOfWorkout(workout, day)?.id).toBe("run");
  });

  it("is the first of two that are as near, and none where the sport was not done", () => {
    expect(activityOfWorkout(workout, [activity("a", 3300), activity("b", 3900)])?.id).toBe("a");
    expect(activityOfWorkout(workout, [activity("ride", 3600, "cycling")])).toBeNull();
    expect(activityOfWorkout(workout, [])).toBeNull();
  });
});

describe("chosenWorkout", () => {
  const titled = (title: string) => ({ title }) as RecommendedWorkout;
  const [eased, original, swap] = [titled("Easy run"), titled("Long run"), titled("Swim")];
  const recommendation = {
    ...{ workout: eased, original, rationale: [], formula: "" },
  };

  it("is the recommended one when accepted, the one before when kept, another when swapped", () => {
    const answered = (
      response: WorkoutAnswer["response"],
      chosen: RecommendedWorkout | null = null,
    ) => chosenWorkout({ recommendation, response, chosen });
    expect(answered("accepted")?.title).toBe("Easy run");
    expect(answered("kept")?.title).toBe("Long run");
    expect(answered("swapped", swap)?.title).toBe("Swim");
    for (const response of ["skipped", null] as const) expect(answered(response)).toBeNull();
    const day = (response: WorkoutAnswer["response"]) =>
      workoutOfDay({ recommendation, response, chosen: null })?.title;
    expect(day(null)).toBe("Easy run");
    expect(day("kept")).toBe("Long run");
  });
});
