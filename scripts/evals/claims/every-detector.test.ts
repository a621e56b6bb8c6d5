import { describe, expect, it } from "vitest";
import { acceptInsights } from "@/lib/assistant/accept-insights";
import { guardWords } from "@/lib/assistant/guardrails";
import { everyFinding } from "./every-detector";

describe("what rules say of a finding", () => {
  const told = everyFinding();
  const detectors = new Set(told.map(({ finding }) => finding.detector));

  it("is looked at for nearly every detector", () => {
    expect(detectors.size).toBeGreaterThanOrEqual(26);
  });

  it("passes the guards: rules hold themselves to what they ask of a model", () => {
    const replaced = told.flatMap(({ finding, facts }) => {
      const guarded = guardWords(finding, facts, finding);
      return guarded.status === "replaced" ? [`${finding.detector}: ${guarded.reason}`] : [];
    });
    expect(replaced).toEqual([]);
  });

  it.each(["In short: ", "To sum up, ", "Worth knowing: ", "This week: "])(
    "is still true after “%s”",
    (lead) => {
      const wrong = told.flatMap(({ finding, facts }) => {
        const { detector, title, action } = finding;
        const text = `${lead}${finding.text}`;
        const { refused } = acceptInsights([{ detector, title, text, action, factIds: [] }], facts);
        return refused.map(
          ({ problem }) => `${detector}: ${text} — ${problem.said}: ${problem.why}`,
        );
      });
      expect(wrong).toEqual([]);
    },
  );
});
