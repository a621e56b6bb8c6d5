import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Morning } from "@/db/queries/morning-on";
import { RECOMMENDATION_FORMULA, recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import { decided } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { prepareReceiptWorkout } from "./prepare-receipt-workout";

const FOLDER = path.resolve("tests/fixtures/mornings");
const UNANSWERED = { response: null, chosen: null, units: "metric" } as const;

function receiptOf(input: RecommendationInput) {
  const kept = { recommendation: recommendWorkout(input), workoutInput: input };
  return prepareReceiptWorkout({ ...kept, ...UNANSWERED });
}

describe("prepareReceiptWorkout", () => {
  it("tells the path from the sport to the morning, and keeps every limit", () => {
    const { note, steps, limits, rules, templates } = receiptOf(TRAINED);
    expect(note).toBeNull();
    expect(steps.map(({ name }) => name)).toEqual([
      ...["Sport", "Kind", "Length", "Template", "The morning"],
    ]);
    expect(steps[0]?.text).toBe("Running, the only one that you train weekly.");
    expect(steps[1]?.text).toBe("Threshold: nothing stands against a hard session (in base).");
    expect(steps.at(-1)?.text).toBe("Go keeps it as it is.");
    expect(limits.length).toBeGreaterThanOrEqual(6);
    expect(limits.every(({ isKept }) => isKept)).toBe(true);
    expect(rules.at(-1)?.answer).not.toBeNull();
    expect(templates.filter(({ leftOut }) => leftOut === null)).toHaveLength(1);
  });

  it("says why a sport was taken that is not the one most due", () => {
    const ride = { ...RUNNER.volume, daysSinceLast: 2, daysSinceHard: 9 };
    const sports = [RUNNER, { ...RUNNER, sport: "cycling" as const, volume: ride }] as const;
    const text = (changes: Partial<RecommendationInput>) =>
      receiptOf({ ...TRAINED, sports, ...changes }).steps[0]?.text;
    expect(text({})).toMatch(/^Cycling\. Running: 0\.6 of the usual gap; Cycling: 1\.1 of/);
    const goal = { sport: "running", distanceM: null, daysToRace: 40 } as const;
    expect(
      text({ sports: [{ ...RUNNER, volume: { ...ride, sessions28: 12 } }, sports[1]], goal }),
    ).toMatch(/^Running, about as due, and your race is in it\. Running: 0\.9 /);
    const tired = { ...RUNNER, volume: { ...ride, sessions28: 18, daysSinceHard: 2 } };
    expect(text({ sports: [tired, sports[1]] })).toMatch(
      /^Cycling, about as due, and its last hard session is longer ago\./,
    );
  });

  it("says what the morning made of it", () => {
    const eased = receiptOf({ ...TRAINED, decision: decided("ease", "volume") });
    expect(eased.steps.at(-1)?.text).toMatch(
      /^Ease cuts volume: .+, 1\sh, becomes .+, 35\smin\.$/u,
    );
    const rest = receiptOf({ ...TRAINED, decision: decided("rest", "both") });
    expect(rest.steps.at(-1)?.text).toBe("Rest cancels it.");
    expect(rest.limits).toEqual([]);
  });

  it("names each input with its value, and why one is missing", () => {
    const heat = { temperatureC: 24.6, daysAgo: 2 };
    const { inputs } = receiptOf({ ...TRAINED, availableS: 4500, heat });
    const of = (name: string) => inputs.find((row) => row.name === name);
    expect(of("Running, four weeks")?.value).toBe("16 sessions, 4\u00a0h a week");
    expect(of("Running, targets")?.value).toContain("threshold pace 4:10 /km");
    expect(of("Running, easy, moderate, hard")).toMatchObject({
      ...{ value: "–", source: "no session has zones" },
    });
    expect(of("Time available")?.value).toBe("1\u00a0h\u00a015");
    expect(of("Air at your last session")).toMatchObject({
      ...{ value: "25 °C, 2 days ago", source: "a weather service" },
    });
    expect(of("Daylight")?.source).toBe("no track of two weeks tells where");
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
  });

  it("says that an answer was given before the last numbers came", () => {
    const recommendation = recommendWorkout({
      ...TRAINED,
      sports: [{ ...RUNNER, sport: "cycling" }],
    });
    const { note, steps } = prepareReceiptWorkout({
      ...{ recommendation, workoutInput: TRAINED },
      ...{ ...UNANSWERED, response: "accepted" },
    });
    expect(note).toContain("You had answered");
    expect(steps).toHaveLength(5);
  });

  it("opens every morning that an earlier version kept: its inputs, without a path", () => {
    const files = readdirSync(FOLDER);
    for (const file of files) {
      for (const line of readFileSync(path.join(FOLDER, file), "utf8").trimEnd().split("\n")) {
        const { recommendation, inputs, decision, recovery }: Morning = JSON.parse(line);
        const workoutInput = { ...(inputs.workout as RecommendationInput), decision, recovery };
        const view = prepareReceiptWorkout({ recommendation, workoutInput, ...UNANSWERED });
        expect(view.inputs.length).toBeGreaterThan(8);
        const isNow = recommendation.formula === RECOMMENDATION_FORMULA;
        expect(view.steps).toHaveLength(isNow ? 5 : 0);
        if (!isNow) expect(view.note).toContain(recommendation.formula);
      }
    }
    const nothing = prepareReceiptWorkout({
      ...{ recommendation: recommendWorkout(TRAINED), workoutInput: null },
      ...UNANSWERED,
    });
    expect(nothing).toMatchObject({ inputs: [], steps: [] });
  });
});
