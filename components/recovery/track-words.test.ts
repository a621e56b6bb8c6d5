import { describe, expect, it } from "vitest";
import type { DayRecord } from "@/lib/training/track-record/day-record";
import {
  type ExecutionSignal,
  type SessionMeasures,
  sessionExecution,
} from "@/lib/training/track-record/session-execution";
import { wilsonInterval } from "@/lib/training/track-record/wilson-interval";
import {
  correlationWords,
  executionWords,
  hitMeaning,
  OUTCOME_WORDS,
  shareWords,
} from "./track-words";

const NONE: SessionMeasures = {
  ...{ completion: null, target: null, rpe: null, efficiency: null, decoupling: null },
};
function wordsOf(measures: Partial<SessionMeasures> | null): string {
  const session = measures && { execution: sessionExecution({ ...NONE, ...measures }) };
  return executionWords({ session } as unknown as DayRecord);
}

describe("the words of the track record", () => {
  it.each<[ExecutionSignal["name"], number, number, string]>([
    ["completion", 2700, 3600, "75 % of the planned time"],
    ["target", 180, 200, "90 % of the plan's mean output"],
    ["rpe", 8, 5.5, "effort 8 against 5.5 expected"],
    ["efficiency", 1.2, 1.5, "80 % of your usual output per heart beat"],
    ["decoupling", 9.14, -0.04, "9.1 % heart rate drift against 0 % usually"],
  ])("name %s with its number and what it is held against", (name, value, against, words) => {
    expect(wordsOf({ [name]: { value, against } })).toBe(words);
  });

  it("tell what stands out, and of an ordinary session one thing", () => {
    const ordinary = { rpe: { value: 5, against: 5 }, completion: { value: 3600, against: 3600 } };
    expect(wordsOf(ordinary)).toBe("100 % of the planned time");
    expect(wordsOf({ ...ordinary, efficiency: { value: 1.65, against: 1.5 } })).toBe(
      "110 % of your usual output per heart beat",
    );
    expect(wordsOf({})).toBe("Nothing of it can be judged.");
    expect(wordsOf(null)).toBe("Nothing was done.");
  });

  it("claim no more of a correlation than it says", () => {
    expect([-0.05, 0.05].map(correlationWords)).toEqual(Array(2).fill("do not go together"));
    expect(correlationWords(0.1)).toBe("go together a little");
    expect(correlationWords(-0.3)).toBe("go the other way round fairly often");
    expect(correlationWords(0.5)).toBe("go together most of the time");
  });

  it("give a share with the range that it may lie in, and none of nothing", () => {
    expect(shareWords(wilsonInterval(7, 9))).toMatch(/^7 of 9 \(45 to 9\d %\)$/);
    expect(shareWords(null)).toBe("–");
  });

  it("have a word for each outcome and each decision", () => {
    expect(new Set(Object.values(OUTCOME_WORDS).map(({ word }) => word)).size).toBe(5);
    for (const decision of ["go", "ease", "rest"] as const) {
      expect(hitMeaning(decision).toLowerCase()).toMatch(new RegExp(`^${decision}`));
    }
  });
});
