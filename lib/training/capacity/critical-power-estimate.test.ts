import { describe, expect, it } from "vitest";
import { criticalPowerCurve } from "./critical-power";
import { criticalPowerEstimate, type WorkoutBests } from "./critical-power-estimate";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

const TRUTH = { criticalPowerW: 250, wPrimeJ: 20_000 };

/** All-out at the given durations, easy elsewhere. */
function workout(
  activityId: string,
  factor: (durationS: number) => number,
  longestS = 3600,
): WorkoutBests {
  const durations = CURVE_DURATIONS_S.filter((duration) => duration <= longestS);
  return {
    activityId,
    bests: durations.map((duration) => criticalPowerCurve(TRUTH, duration) * factor(duration)),
  };
}

const allOut = () => 1;

describe("criticalPowerEstimate", () => {
  it("believes three workouts on one curve", () => {
    const estimate = criticalPowerEstimate(
      [workout("a", allOut), workout("b", () => 0.99), workout("c", () => 0.98)],
      { weightKg: 70, ftpW: 240 },
    );
    expect(estimate.reason).toBeNull();
    expect(estimate.fit?.criticalPowerW).toBeCloseTo(250, 6);
    expect(estimate.fit?.wPrimeJ).toBeCloseTo(20_000, 3);
    expect(estimate.fitError).toBeCloseTo(0, 9);
    expect(estimate.leaveOneOutChange).toBeCloseTo(0.01, 6);
    expect(estimate.efforts).toHaveLength(8);
  });

  it.each<[string, readonly WorkoutBests[], { weightKg: number; ftpW: number | null }, RegExp]>([
    ["no workout", [], { weightKg: 70, ftpW: null }, /at least three rides/],
    [
      "two workouts",
      [workout("a", allOut), workout("b", allOut)],
      { weightKg: 70, ftpW: null },
      /at least three rides/,
    ],
    [
      "nothing over 10 min",
      ["a", "b", "c"].map((id) => workout(id, allOut, 600)),
      { weightKg: 70, ftpW: null },
      /at least three rides/,
    ],
    [
      "a best that hangs on one workout",
      [workout("a", allOut), workout("b", () => 0.8), workout("c", () => 0.8)],
      { weightKg: 70, ftpW: null },
      /single workout/,
    ],
    [
      "an easy long effort",
      ["a", "b", "c"].map((id) => workout(id, (duration) => (duration > 700 ? 0.8 : 1))),
      { weightKg: 70, ftpW: null },
      /not lie on one curve|no athlete has/,
    ],
    [
      "a weight that does not fit",
      ["a", "b", "c"].map((id) => workout(id, allOut)),
      { weightKg: 20, ftpW: null },
      /no athlete/,
    ],
    [
      "a value under the athlete's FTP",
      ["a", "b", "c"].map((id) => workout(id, allOut)),
      { weightKg: 70, ftpW: 270 },
      /efforts of 3 to 20 minutes are missing: .* 250 W, less than your FTP of 270 W/,
    ],
  ])("refuses: %s", (_name, workouts, athlete, reason) => {
    const estimate = criticalPowerEstimate(workouts, athlete);
    expect(estimate.fit).toBeNull();
    expect(estimate.reason).toMatch(reason);
  });
});
