import { describe, expect, it } from "vitest";
import type { AthleteSettings, Streams } from "../activity/activity-types";
import { buildWorkout } from "../plan/build-workout";
import { planOfRecommendation } from "../plan/plan-of-recommendation";
import type { PlannedStep } from "../plan/planned-workout";
import { WORKOUT_TEMPLATES } from "../plan/workout-templates";
import { alignWorkout } from "./align-workout";

const ATHLETE: AthleteSettings = {
  gradedPaceModel: "observed",
  ...{ sex: "f", weightKg: 61, ftpW: 230, thresholdHeartRateBpm: 170, maxHeartRateBpm: 188 },
  ...{ restingHeartRateBpm: 48, thresholdSpeedMps: 3.8, criticalSwimSpeedMps: 1.15 },
};
/** What is held by feel alone leaves nothing to hold a recording against. */
const MEASURED = WORKOUT_TEMPLATES.filter(
  ({ sport, id }) =>
    sport !== "strength" && sport !== "mobility" && !id.startsWith("running-hill-"),
);

/** The middle of each target for as long as planned, with a wobble of some percent of it. */
function doneExactly(steps: readonly PlannedStep[], wobble: number): Streams {
  const levels = steps.flatMap(({ length, target }) =>
    Array<number>(length.by === "time" ? length.seconds : 0).fill(
      ((target.low ?? 0) + (target.high ?? 0)) / 2,
    ),
  );
  const values = Float64Array.from(levels, (level, s) => level * (1 + wobble * Math.sin(s * 2.3)));
  const valid = new Uint8Array(values.length).fill(1);
  const name = steps[0]?.target.kind === "power" ? "powerW" : "speedMps";
  return { lengthS: values.length, timerOn: valid, channels: { [name]: { values, valid } } };
}

/** By how much of itself the middle of the target changes from step to step, at least. */
function leastChange(steps: readonly PlannedStep[]): number {
  const middles = steps.map(({ target }) => ((target.low ?? 0) + (target.high ?? 0)) / 2);
  const changes = middles.flatMap((middle, i) => {
    const next = middles[i + 1];
    return next === undefined || next === middle ? [] : [Math.abs(next - middle) / middle];
  });
  return Math.min(1, ...changes);
}

describe("a recommended workout that was done as it was meant", () => {
  it.each(MEASURED)("$id is found whole, every step of it", (template) => {
    const workout = buildWorkout(template, 3600, ATHLETE);
    if (workout === null) throw new Error("too short");
    const { steps } = planOfRecommendation(workout);
    for (const wobble of [0, 0.05]) {
      const streams = doneExactly(steps, wobble);
      const { sport } = workout;
      const alignment = alignWorkout({ workout: { steps }, streams, laps: [], sport });
      if (alignment.source === "none") throw new Error(alignment.reason);
      expect(alignment.steps.map(({ status }) => status)).toEqual(steps.map(() => "done"));
      if (wobble === 0) expect(alignment.agreement).toBeCloseTo(1, 2);
      const latest = Math.max(...alignment.steps.map((one) => Math.abs(one.startShiftS ?? 99)));
      // Where the next step asks for hardly more, a wobble hides when it begins.
      expect(latest).toBeLessThan(leastChange(steps) < wobble ? 20 : 6);
    }
  });
});
