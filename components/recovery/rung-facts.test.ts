import { describe, expect, it } from "vitest";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import { readinessLadder } from "@/lib/training/recovery/readiness-ladder";
import { FRESH } from "@/tests/support/any-readiness";
import { ladderRungs } from "./ladder-rungs";
import { rungFacts } from "./rung-facts";

describe("rungFacts", () => {
  const input = { ...FRESH, tsb: -26, sleepS: 6 * 3600 + 40 * 60, hrvMs: null };
  const { signals } = readinessDecision(input);
  const facts = Object.fromEntries(
    readinessLadder(input).map((rung) => [rung.rule, rungFacts(rung, signals)]),
  );

  it("says of each rule what it saw, with what is unknown", () => {
    expect(facts).toEqual({
      "P0-symptoms": "Symptoms none",
      "P0-ri": "Recovery index unknown",
      "P1-acwr": "HRV unknown, Resting HR 50 bpm, Sleep 6\u00a0h\u00a040, Load ratio 1.00",
      "P1-tsb-hrv": "HRV unknown, Form −26",
      "P1-ri": "Recovery index unknown",
      "P1-lasting": "Form −26, Signs that last unknown",
      "P2-tsb-hrv": "HRV unknown, Form −26",
      "P2-lasting": "Form −26, Signs that last unknown",
      "P2-red": "0 red",
      "P2-amber": "2 amber, 0 red",
      "P3-go": "",
    });
  });
});

describe("ladderRungs", () => {
  it("has every rule where the rules are those of now", () => {
    const decision = readinessDecision(FRESH);
    expect(ladderRungs(decision, FRESH)).toEqual(readinessLadder(FRESH));
  });

  it("has the path alone of an answer that other rules gave", () => {
    const decision = { ...readinessDecision(FRESH), formula: "RDY-S11@1" };
    const rungs = ladderRungs(decision, FRESH);
    expect(rungs.map(({ rule }) => rule)).toEqual(decision.path.map(({ rule }) => rule));
    expect(rungs.at(-1)).toMatchObject({ reached: "decided", decision: "go" });
    expect(rungs[0]).toMatchObject({ reached: "passed", decision: null });
  });
});
