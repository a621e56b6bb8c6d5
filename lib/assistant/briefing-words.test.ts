import { describe, expect, it } from "vitest";
import { localDate } from "../dates/local-date";
import { activityDebrief } from "../training/briefing/activity-debrief";
import { dailyBriefing } from "../training/briefing/daily-briefing";
import type { DebriefInput } from "../training/briefing/debrief-input";
import type { Finding } from "../training/insights/finding";
import type { RecommendedWorkout } from "../training/plan/workout-types";
import { recoveryScore } from "../training/recovery/recovery-score";
import type { Decision } from "../training/recovery/recovery-types";
import { sessionExecution } from "../training/track-record/session-execution";
import { acceptInsights } from "./accept-insights";
import type { Facts } from "./facts-types";

const DAY = localDate("2026-11-22");

function factsOf({ detector, severity, sport, title, text, action, evidence }: Finding): Facts {
  const factIds = evidence.map(({ id }) => id);
  return {
    ...{ day: DAY, today: null, facts: evidence, events: [], memory: [], missing: [], origins: {} },
    athlete: { ageYears: 40, sex: null, mainSport: "cycling", units: "metric" },
    findings: [{ detector, severity, sport, title, text, action, factIds }],
  };
}

/** What a model may say at the least: the rules' own words, with a word before them. */
function refusals(finding: Finding): string[] {
  const { detector, title, text, action } = finding;
  const words = { detector, title, text: `In short: ${text}`, action, factIds: [] };
  const { accepted, refused } = acceptInsights([words], factsOf(finding));
  const told = refused.map(({ part, problem }) => `${part}: ${problem.said}: ${problem.why}`);
  return accepted.length === 1 ? told : [...told, `not accepted: ${text} ${action}`];
}

const WORKOUT: RecommendedWorkout = {
  ...{ templateId: "t", title: "Drills and swim", sport: "swimming", intensity: "easy" },
  ...{ purpose: "A drill on the way out, easy swimming on the way back.", durationS: 2100 },
  ...{ load: 43, steps: [] },
};

describe("a morning and an activity in a model's words", () => {
  it.each(["go", "ease", "rest"] as const)("holds for a morning of %s", (decision: Decision) => {
    for (const [hrvMs, restingHrBpm, form] of [
      ...[[69, 46, -9] as const, [50, 55, -34] as const, [60, 48, 12] as const],
      ...[[null, 48, 30] as const],
    ]) {
      const recovery = recoveryScore({
        ...{ hrvMs, restingHrBpm, sleepS: 19_800, sleepQuality: null, stressAvg: 25 },
        ...{ hrvBaseline: { mean: 64, days: 7 }, restingHrBaseline: { mean: 47.6, days: 7 } },
        startOfDayAcwr: 1,
      });
      const finding = dailyBriefing({
        ...{ day: DAY, recovery, workout: decision === "rest" ? null : WORKOUT },
        decision: {
          ...{ decision, rule: "P", modification: "both", signals: [], path: [], reasons: [] },
          formula: "RDY-S11@2",
        },
        load: { fitness: 52, fatigue: 60, form },
      });
      expect(refusals(finding)).toEqual([]);
    }
  });

  it.each([null, "accepted", "kept", "swapped", "skipped"] as const)(
    "holds whatever was told of the day, with a workout that was %s",
    (response) => {
      const recovery = recoveryScore({
        ...{ hrvMs: 60, restingHrBpm: 48, sleepS: 27_000, sleepQuality: null, stressAvg: 25 },
        ...{ hrvBaseline: { mean: 64, days: 7 }, restingHrBaseline: { mean: 47.6, days: 7 } },
        startOfDayAcwr: 1,
      });
      const told = [{}, { isIll: true }, { isInjured: true }, { easyDaysLeft: 3 }];
      const all = (["go", "ease", "rest"] as const).flatMap((decision) =>
        told.flatMap((one) =>
          [null, WORKOUT].map((workout) =>
            dailyBriefing({
              ...{ day: DAY, recovery, workout, response, load: null },
              events: { ...{ isIll: false, isInjured: false, easyDaysLeft: 0 }, ...one },
              decision: {
                ...{ decision, rule: "P", modification: "volume", signals: [], path: [] },
                ...{ reasons: [], formula: "RDY-S11@2" },
              },
            }),
          ),
        ),
      );
      for (const finding of all) expect(refusals(finding)).toEqual([]);
    },
  );

  it.each(["cycling", "running", "swimming", "strength"] as const)("holds for %s", (sport) => {
    for (const [load, usualLoad, rpe] of [
      ...[[37, 40, 3] as const, [118, 60, 8] as const, [37, 60, 5] as const],
      ...[[null, null, 5] as const],
    ]) {
      const activity: DebriefInput["activity"] = {
        ...{ id: "a", day: DAY, title: "x", sport, timerS: 2280, load, rpe: null },
        ...{ avgPowerW: 190, avgSpeedMps: null, efficiencyFactor: 1.5, decouplingPct: 7.1 },
        timeInZone: {
          heartRate: { boundaries: [1, 2], seconds: [2280, 0, 0], unit: "bpm", formula: "Z" },
        },
      };
      const best = {
        ...{ sport, span: { value: 1200, unit: "s" as const }, unit: "W" as const, value: 262 },
        ...{ before: 255, day: DAY, beforeDay: localDate("2026-09-02"), activityId: "a" },
      };
      const finding = activityDebrief({
        ...{ activity, usualLoad, after: { fitness: 52, fatigue: 60 } },
        execution: sessionExecution({
          ...{ completion: null, target: null, rpe: { value: rpe, against: 5 } },
          ...{ efficiency: { value: 1.6, against: 1.5 }, decoupling: null },
        }),
        plan: load === 118 ? { steps: 5, done: 4, inRange: 0.87 } : null,
        bests: load === 118 ? [best] : [],
      });
      expect(refusals(finding)).toEqual([]);
    }
  });
});
