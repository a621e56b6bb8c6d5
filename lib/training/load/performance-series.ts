/**
 * Three answers to "where am I and where am I going": done, planned, and both joined at today.
 * PMC-0: expected = actual in the past, today actual if above 0 else planned, planned in the future.
 * Reference: GoldenCheetah's expected series (science.md 5).
 * Valid: zero-filled daily loads that start on the same day; the plan may reach further.
 */
import {
  type FitnessFatigueForm,
  type FitnessSeed,
  fitnessFatigueForm,
} from "./fitness-fatigue-form";

export type PerformanceSeries = {
  /** Up to and including today. */
  readonly actual: FitnessFatigueForm;
  /** Had the plan been followed to the letter. */
  readonly planned: FitnessFatigueForm;
  readonly expected: FitnessFatigueForm;
  readonly expectedLoad: Float64Array;
};

export function performanceSeries(
  actualLoad: ArrayLike<number>,
  plannedLoad: ArrayLike<number>,
  todayIndex: number,
  seed?: FitnessSeed,
): PerformanceSeries {
  const length = Math.max(todayIndex + 1, plannedLoad.length);
  const done = new Float64Array(todayIndex + 1);
  const expectedLoad = new Float64Array(length);
  for (let day = 0; day < length; day++) {
    const actual = day <= todayIndex ? (actualLoad[day] ?? 0) : 0;
    const planned = plannedLoad[day] ?? 0;
    if (day <= todayIndex) done[day] = actual;
    const followsPlan = day > todayIndex || (day === todayIndex && !(actual > 0));
    expectedLoad[day] = followsPlan ? planned : actual;
  }
  return {
    actual: fitnessFatigueForm(done, seed),
    planned: fitnessFatigueForm(plannedLoad, seed),
    expected: fitnessFatigueForm(expectedLoad, seed),
    expectedLoad,
  };
}
