import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { say } from "../insights/evidence";
import type { RecommendedWorkout } from "../plan/workout-types";
import { type RecoveryInput, recoveryScore } from "../recovery/recovery-score";
import type { ReadinessDecision } from "../recovery/recovery-types";
import { type BriefingInput, dailyBriefing } from "./daily-briefing";

const NIGHT: RecoveryInput = {
  ...{ hrvMs: 54, restingHrBpm: 48, sleepS: 26_520, sleepQuality: 80, stressAvg: 22 },
  hrvBaseline: { mean: 60, days: 7 },
  restingHrBaseline: { mean: 48.2, days: 7 },
  startOfDayAcwr: 1,
};
const WORKOUT: RecommendedWorkout = {
  ...{ templateId: "t", title: "Threshold ride", sport: "cycling", intensity: "hard" },
  ...{ purpose: "Raise the power that you can hold for an hour.", durationS: 4520, load: 82 },
  steps: [],
};
const decided = (decision: ReadinessDecision["decision"], cut = "none"): ReadinessDecision => ({
  ...{ decision, modification: cut as ReadinessDecision["modification"], rule: "P0" },
  ...{ signals: [], path: [], reasons: [], formula: "RDY-S11@2" },
});
const morning = (parts: Partial<BriefingInput> = {}, night: Partial<RecoveryInput> = {}) =>
  dailyBriefing({
    ...{ day: localDate("2026-11-22"), recovery: recoveryScore({ ...NIGHT, ...night }) },
    ...{ decision: decided("go"), workout: WORKOUT },
    load: { fitness: 49, fatigue: 61, form: -12.4 },
    ...parts,
  });

describe("dailyBriefing", () => {
  it("says what the answer rests on, what it means and what to do", () => {
    expect(morning()).toMatchObject({
      ...{ detector: "morning", severity: "notice", title: "Ready for a hard session" },
      text: "Your recovery is 62 of 100. HRV was 54 ms, below your usual 60 ms. You slept 7 h 22 min. Form is −12: you are building, and some of it is still in your legs. Nothing speaks against training.",
      action: "Threshold ride, 1 h 15 min. Raise the power that you can hold for an hour.",
    });
  });

  it("names what holds back first when it says less, and what the answer cuts", () => {
    const eased = morning({ decision: decided("ease", "both") }, { restingHrBpm: 55 });
    expect(eased.text).toContain("Resting heart rate was 55 bpm, above your usual 48 bpm.");
    expect(eased.text).toContain("shorter and easier");
    expect(eased).toMatchObject({ severity: "caution", title: "Train, but less than planned" });
  });

  it("asks for rest without a workout", () => {
    const rest = morning({ decision: decided("rest"), workout: null });
    expect(rest).toMatchObject({ severity: "warning", title: "Today is for rest", sport: null });
    expect(rest.action).toBe("Rest, or move gently for as long as it feels good.");
  });

  it("says what was not measured, and never takes it for nothing", () => {
    const { text } = morning({}, { sleepS: null, stressAvg: null });
    expect(text).toContain("Not measured: sleep and stress.");
    expect(text).not.toContain("0 min");
    const bare = { hrvMs: null, restingHrBpm: null, sleepS: null, stressAvg: null };
    const nothing = morning({ load: null, workout: null }, bare);
    expect(nothing.text).toMatch(/^Nothing was measured last night\. /);
    expect(nothing.evidence).toMatchObject([{ id: "check-in.signals", value: 0 }]);
  });

  it("is short enough for a phone, and every number in it stands in the evidence", () => {
    for (const decision of ["go", "ease", "rest"] as const) {
      for (const form of [-35, -12, 0, 9, 30]) {
        const { text, action, evidence } = morning({
          ...{ decision: decided(decision), load: { fitness: 49, fatigue: 61, form } },
        });
        const known = evidence.map(say).join(" ");
        expect(text.length).toBeLessThan(400);
        for (const [number] of `${text} ${action}`.matchAll(/−?\d+(?:\.\d+)?/g)) {
          expect(number === "100" || known.includes(number), number).toBe(true);
        }
      }
    }
  });
});
