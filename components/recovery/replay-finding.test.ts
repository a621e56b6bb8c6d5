import { describe, expect, it } from "vitest";
import type { Replay } from "@/lib/services/replay-answer";
import { replayFinding } from "./replay-finding";

const SAME = { kept: {}, now: {}, differences: [] };
const OTHER = { ...SAME, differences: [{ at: "score", kept: "71", now: "70" }] };
const finding = (parts: object) =>
  replayFinding({
    ...{ recovery: SAME, decision: SAME, recommendation: SAME, isAnswered: false },
    ...parts,
  } as unknown as Replay);

describe("replayFinding", () => {
  it("says that an answer is the same", () => {
    expect(finding({})).toEqual({
      sentence: "The same answer from the same inputs, bit for bit.",
      differences: [],
    });
  });

  it("names what the rules of now say otherwise", () => {
    expect(finding({ recovery: OTHER, decision: OTHER })).toEqual({
      sentence: "The rules have changed since: another score and decision.",
      differences: ["score, score: 71 → 70", "decision, score: 71 → 70"],
    });
  });

  it("knows a workout that was answered from rules that have changed", () => {
    expect(finding({ recommendation: OTHER, isAnswered: true }).sentence).toMatch(/had answered/);
    expect(finding({ recommendation: OTHER }).sentence).toMatch(/another workout/);
    const both = finding({ decision: OTHER, recommendation: OTHER, isAnswered: true });
    expect(both.sentence).toMatch(/another decision and workout/);
  });

  it("tells a new version that answers the same from one that does not", () => {
    const newer = { ...SAME, differences: [{ at: "formula", kept: "PLN-1W@2", now: "PLN-1W@3" }] };
    expect(finding({ recommendation: newer })).toEqual({
      sentence: "The rules have changed since, and give the same answer.",
      differences: ["workout, formula: PLN-1W@2 → PLN-1W@3"],
    });
    expect(finding({ decision: OTHER, recommendation: newer }).sentence).toBe(
      "The rules have changed since: another decision.",
    );
  });

  it("says what cannot be read any more", () => {
    expect(finding({ recommendation: { ...SAME, now: null } }).sentence).toBe(
      "The rules of now cannot read what was kept then: workout.",
    );
  });
});
