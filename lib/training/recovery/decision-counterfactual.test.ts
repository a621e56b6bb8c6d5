import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyReadiness, FINE, FRESH } from "@/tests/support/any-readiness";
import { decisionCounterfactual, decisionFlips } from "./decision-counterfactual";
import { readinessDecision } from "./readiness-decision";
import type { ReadinessInput } from "./readiness-signals";

/** The morning as it would have been with this one value. */
function withValue(input: ReadinessInput, signal: string, value: number): ReadinessInput {
  switch (signal) {
    case "sleep":
      return { ...input, sleepS: value * 3600 };
    case "hrv":
      return { ...input, hrvMs: value };
    case "rhr":
      return { ...input, restingHrBpm: value };
    case "tsb":
      return { ...input, tsb: value };
    case "acwr": {
      const changed = { ...input, startOfDayAcwr: value };
      return input.loadAfterBreak === undefined ? changed : { ...changed, loadAfterBreak: value };
    }
    case "feel": {
      const checkIn = input.checkIn ?? FINE;
      const even = { readiness: value, soreness: value, mood: value, stress: value };
      return { ...input, checkIn: { ...checkIn, ...even } };
    }
    default:
      throw new Error(`No such signal: ${signal}`);
  }
}

describe("decisionCounterfactual", () => {
  it("names the smallest change that would have made it a go", () => {
    const input = { ...FRESH, sleepS: 6.5 * 3600, restingHrBpm: 54 };
    expect(decisionCounterfactual(input)).toEqual({
      signal: "sleep",
      value: 7,
      decision: "go",
      text: "7 h of sleep would have made this Go.",
    });
  });

  it("names what would have made a go more careful", () => {
    const input = { ...FRESH, sleepS: 6.5 * 3600, restingHrBpm: 52 };
    expect(decisionCounterfactual(input)?.text).toBe(
      "A resting heart rate of 53 bpm would have made this Ease.",
    );
  });

  it("has nothing to offer where one change is not enough, or where symptoms decide", () => {
    expect(decisionCounterfactual(FRESH)).toBeNull();
    const ill = { ...FRESH, checkIn: { ...FINE, hasSymptoms: true } };
    expect(decisionCounterfactual(ill)).toBeNull();
  });

  it("tells the truth: with the change, the decision is the promised one", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const found = decisionCounterfactual(input);
        if (found === null) return;
        const changed = withValue(input, found.signal, found.value);
        expect(readinessDecision(changed).decision).toBe(found.decision);
        expect(found.decision).not.toBe(readinessDecision(input).decision);
      }),
      { numRuns: 500 },
    );
  });
});

describe("decisionFlips", () => {
  it("says of each known signal what it alone could have done, the cheapest first", () => {
    const input = { ...FRESH, sleepS: 6.5 * 3600, restingHrBpm: 54 };
    const flips = decisionFlips(input).map(({ signal, flip }) => [signal, flip?.text ?? null]);
    expect(flips).toEqual([
      ["sleep", "7 h of sleep would have made this Go."],
      ["rhr", "A resting heart rate of 52 bpm would have made this Go."],
      ["hrv", null],
      ["tsb", null],
      ["acwr", null],
      ["feel", null],
    ]);
  });

  it("knows that feeling worse would have made a go more careful", () => {
    const flips = decisionFlips({ ...FRESH, tsb: null, startOfDayAcwr: null });
    expect(flips.find(({ signal }) => signal === "feel")?.flip?.text).toBe(
      "A check-in of 1 in all four would have made this Ease.",
    );
    expect(flips.map(({ signal }) => signal)).not.toContain("tsb");
  });

  it("tells the truth of every signal, and begins with the one that Today names", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const now = readinessDecision(input).decision;
        const flips = decisionFlips(input);
        for (const { signal, flip } of flips) {
          if (flip === null) continue;
          expect(flip.signal).toBe(signal);
          const changed = withValue(input, signal, flip.value);
          expect(readinessDecision(changed).decision).toBe(flip.decision);
          expect(flip.decision).not.toBe(now);
        }
        const measured = flips.find(({ signal, flip }) => flip !== null && signal !== "feel");
        expect(measured?.flip ?? null).toEqual(decisionCounterfactual(input));
        const known = flips.map(({ flip }) => flip !== null);
        expect(known.toSorted((a, b) => Number(b) - Number(a))).toEqual(known);
      }),
      { numRuns: 500 },
    );
  });
});
