import { describe, expect, it } from "vitest";
import { activityOfWorkout } from "./activity-of-workout";
import { chosenWorkout } from "./chosen-workout";
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
  const [eased, original] = ["Easy run", "Long run"].map(
    (title) => ({ title }) as RecommendedWorkout,
  );
  const recommendation = {
    ...{ workout: eased ?? null, original: original ?? null, rationale: [], formula: "" },
  };

  it("is the recommended one when accepted, the one before when kept, else none", () => {
    expect(chosenWorkout(recommendation, "accepted")?.title).toBe("Easy run");
    expect(chosenWorkout(recommendation, "kept")?.title).toBe("Long run");
    for (const response of ["skipped", "swapped", null] as const) {
      expect(chosenWorkout(recommendation, response)).toBeNull();
    }
  });
});
