import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyReadiness, FINE, FRESH } from "@/tests/support/any-readiness";
import type { LastingSigns } from "./lasting-signs";
import { readinessDecision } from "./readiness-decision";
import { readinessLadder } from "./readiness-ladder";
import type { CheckInAnswers, ReadinessInput } from "./readiness-signals";

const AWFUL: CheckInAnswers = { readiness: 1, soreness: 1, mood: 2, stress: 1, hasSymptoms: false };

/** A week with so many signs: HRV first, then the pulse, then the answers. */
const weeks = (signs: number): LastingSigns => ({
  hrv: { week: signs > 0 ? 52 : 60, limit: 57 },
  restingHr: { week: signs > 1 ? 54 : 50, limit: 53 },
  feel: { week: signs > 2 ? 2.6 : 3.8, limit: 2.9 },
});

const decide = (changes: Partial<ReadinessInput> = {}) =>
  readinessDecision({ ...FRESH, ...changes });
const colours = (changes: Partial<ReadinessInput>) =>
  Object.fromEntries(decide(changes).signals.map(({ name, colour }) => [name, colour]));

describe("readinessDecision", () => {
  it("goes when all is green, with no reasons to give", () => {
    expect(decide()).toMatchObject({
      decision: "go",
      rule: "P3-go",
      modification: "none",
      reasons: [],
    });
  });

  it.each<[Partial<ReadinessInput>, string, string]>([
    [{ checkIn: { ...FINE, hasSymptoms: true } }, "P0-symptoms", "rest"],
    [{ checkIn: FINE, isIll: true }, "P0-symptoms", "rest"],
    [{ hrvMs: 35 }, "P0-ri", "rest"],
    [{ startOfDayAcwr: 1.5, sleepS: 6.5 * 3600 }, "P1-acwr", "rest"],
    [{ startOfDayAcwr: 1.6 }, "P3-go", "go"],
    [{ tsb: -31, hrvMs: 53 }, "P1-tsb-hrv", "rest"],
    [{ hrvMs: 41, yesterdayRecoveryIndex: 0.65 }, "P1-ri", "rest"],
    [{ hrvMs: 41, yesterdayRecoveryIndex: 0.75 }, "P3-go", "go"],
    [{ tsb: -26, hrvMs: 53 }, "P2-tsb-hrv", "ease"],
    [{ tsb: -31, restingHrBpm: 55 }, "P2-red", "ease"],
    [{ sleepS: 6 * 3600, restingHrBpm: 53 }, "P2-amber", "ease"],
    [{ sleepS: 6 * 3600 }, "P3-go", "go"],
    [{ sleepS: 6 * 3600, restingHrBpm: 53, phase: "build" }, "P3-go", "go"],
    [{ sleepS: 6 * 3600, restingHrBpm: 53, hrvMs: 53, phase: "build" }, "P2-amber", "ease"],
    [{ sleepS: 6 * 3600, phase: "race_week" }, "P2-amber", "ease"],
    [{ lasting: weeks(1), tsb: -10, fitness: 60 }, "P3-go", "go"],
    [{ lasting: weeks(1), tsb: -10, fitness: 30 }, "P2-lasting", "ease"],
    [{ lasting: weeks(1), tsb: -26 }, "P2-lasting", "ease"],
    [{ lasting: weeks(1), sleepS: 6 * 3600 }, "P2-amber", "ease"],
    [{ lasting: weeks(2) }, "P2-lasting", "ease"],
    [{ lasting: weeks(2), tsb: -26 }, "P1-lasting", "rest"],
    [{ lasting: weeks(3), tsb: -13, fitness: 40 }, "P1-lasting", "rest"],
    [{ startOfDayAcwr: 1.9, sleepS: 6.5 * 3600, loadAfterBreak: 0.8 }, "P3-go", "go"],
    [{ startOfDayAcwr: 1.9, sleepS: 6.5 * 3600, loadAfterBreak: 1.6 }, "P1-acwr", "rest"],
    [{ checkIn: AWFUL }, "FEEL-ease", "ease"],
    [{ checkIn: AWFUL, sleepS: 6 * 3600, restingHrBpm: 53 }, "FEEL-rest", "rest"],
    [{ checkIn: AWFUL, sleepS: 6 * 3600 }, "P2-amber", "ease"],
  ])("%j is decided by %s: %s", (changes, rule, decision) => {
    expect(decide(changes)).toMatchObject({ rule, decision });
  });

  it("says each missing answer by its name, and numbers with a real minus", () => {
    const texts = decide({ checkIn: null, tsb: -9 }).signals.map(({ text }) => text);
    expect(texts).toContain("How you feel: no check-in yet");
    expect(texts).toContain("Illness: no check-in yet");
    expect(texts).toContain("Form −9 this morning");
    const { path } = decide({ phase: "build" });
    expect(path.map(({ condition }) => condition)).toContain(
      "three signals or more are amber or red",
    );
  });

  it("never stops anyone for the load ratio alone, however high", () => {
    expect(decide({ startOfDayAcwr: 3 }).decision).toBe("go");
    expect(decide({ startOfDayAcwr: 0.2 }).decision).toBe("go");
  });

  it("colours each signal at its limits", () => {
    expect(colours({ hrvMs: 54 }).hrv).toBe("amber");
    expect(colours({ hrvMs: 54.1 }).hrv).toBe("green");
    expect(colours({ hrvMs: 48 }).hrv).toBe("red");
    expect(colours({ restingHrBpm: 52.9 }).rhr).toBe("green");
    expect(colours({ restingHrBpm: 53 }).rhr).toBe("amber");
    expect(colours({ restingHrBpm: 55 }).rhr).toBe("red");
    expect(colours({ sleepS: 7 * 3600 }).sleep).toBe("green");
    expect(colours({ sleepS: 5 * 3600 }).sleep).toBe("amber");
    expect(colours({ sleepS: 5 * 3600 - 1 }).sleep).toBe("red");
    expect(colours({ tsb: -15 }).tsb).toBe("amber");
    expect(colours({ tsb: -15, phase: "build" }).tsb).toBe("green");
    expect(colours({ tsb: -30 }).tsb).toBe("amber");
    expect(colours({ tsb: -30.1 }).tsb).toBe("red");
    expect(colours({ startOfDayAcwr: 1.3 }).acwr).toBe("amber");
    expect(colours({ startOfDayAcwr: 1.5 }).acwr).toBe("red");
  });

  it("says of a week what was off in it, and after a break what its load is held against", () => {
    const textOf = (name: string, changes: Partial<ReadinessInput>) =>
      decide(changes).signals.find((signal) => signal.name === name);
    expect(textOf("lasting", { lasting: weeks(3) })).toMatchObject({
      colour: "red",
      value: 3,
      text: "For a week: HRV 52 ms, usually over 57; resting heart rate 54 bpm, usually under 53; you felt 2.6 of 5, usually over 2.9",
    });
    expect(textOf("lasting", { lasting: weeks(0) })?.colour).toBe("green");
    expect(textOf("lasting", {})).toMatchObject({ colour: "missing", value: null });
    expect(textOf("acwr", { startOfDayAcwr: 1.9, loadAfterBreak: 0.8 })).toMatchObject({
      colour: "green",
      text: "This week's load is 0.80 times what you are used to after your days off",
    });
    expect(textOf("tsb", { tsb: -13, fitness: 40 })?.text).toBe(
      "Form −13 this morning, fatigue 33 % over fitness",
    );
    expect(textOf("tsb", { tsb: -13, fitness: 60 })?.text).toBe("Form −13 this morning");
    expect(textOf("acwr", { startOfDayAcwr: 0.7, loadAfterBreak: 0.8 })?.text).toMatch(
      /0\.70 times your four-week average/,
    );
  });

  it("cuts what the causes ask for", () => {
    expect(decide({ sleepS: 6 * 3600, tsb: -20 }).modification).toBe("volume");
    expect(decide({ hrvMs: 53, restingHrBpm: 53 }).modification).toBe("intensity");
    expect(decide({ sleepS: 6 * 3600, restingHrBpm: 53 }).modification).toBe("both");
    expect(decide({ startOfDayAcwr: 1.35, tsb: -20 }).modification).toBe("both");
  });

  it("gives the two strongest reasons with their numbers, red first", () => {
    expect(decide({ sleepS: 290 * 60, restingHrBpm: 56, hrvMs: 53 }).reasons).toEqual([
      "Resting heart rate 56 bpm, 6 bpm over your 7-day mean.",
      "4 h 50 of sleep.",
    ]);
  });

  it("writes down every rung up to the one that decided", () => {
    const { path } = decide({ sleepS: 6 * 3600, restingHrBpm: 53 });
    expect(path.map(({ rule }) => rule)).toEqual([
      "P0-symptoms",
      "P0-ri",
      "P1-acwr",
      "P1-tsb-hrv",
      "P1-ri",
      "P1-lasting",
      "P2-tsb-hrv",
      "P2-lasting",
      "P2-red",
      "P2-amber",
    ]);
    expect(path.map(({ matched }) => matched)).toEqual([...Array<boolean>(9).fill(false), true]);
  });

  it("does not judge what is missing", () => {
    const nothing: ReadinessInput = {
      hrvMs: null,
      hrvMeanMs: null,
      restingHrBpm: null,
      restingHrMeanBpm: null,
      sleepS: null,
      tsb: null,
      startOfDayAcwr: null,
      yesterdayRecoveryIndex: null,
      checkIn: null,
      phase: "base",
    };
    const sdnn = readinessDecision({ ...nothing, hrvSdnnMs: 60 }).signals[0];
    expect(sdnn).toMatchObject({ colour: "missing", text: expect.stringMatching(/SDNN/) });
    const { decision, signals } = readinessDecision(nothing);
    expect(decision).toBe("go");
    expect(signals.every(({ colour, value }) => colour === "missing" && value === null)).toBe(true);
  });
});

const CAUTION = { go: 0, ease: 1, rest: 2 };
describe("properties of the decision", () => {
  it("a check-in only ever makes the answer more careful", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const without = readinessDecision({ ...input, checkIn: null }).decision;
        expect(CAUTION[readinessDecision(input).decision]).toBeGreaterThanOrEqual(CAUTION[without]);
      }),
      { numRuns: 500 },
    );
  });

  it("symptoms are never cleared by data", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const checkIn = { ...FINE, readiness: 5, hasSymptoms: true };
        expect(readinessDecision({ ...input, checkIn }).decision).toBe("rest");
      }),
    );
  });

  it("a sign more that lasts never makes the answer less careful", () => {
    fc.assert(
      fc.property(anyReadiness, fc.integer({ min: 0, max: 2 }), (input, signs) => {
        const cautionWith = (count: number) =>
          CAUTION[readinessDecision({ ...input, lasting: weeks(count) }).decision];
        expect(cautionWith(signs + 1)).toBeGreaterThanOrEqual(cautionWith(signs));
      }),
      { numRuns: 500 },
    );
  });

  it("a break never makes a load ratio more careful than the protocol", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const { loadAfterBreak: _, ...without } = input;
        const cautionOf = (one: ReadinessInput) => CAUTION[readinessDecision(one).decision];
        expect(cautionOf(input)).toBeLessThanOrEqual(cautionOf(without));
      }),
      { numRuns: 500 },
    );
  });

  it("more sleep never makes the answer more careful", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        if (input.sleepS === null) return;
        const more = readinessDecision({ ...input, sleepS: input.sleepS + 3600 }).decision;
        expect(CAUTION[more]).toBeLessThanOrEqual(CAUTION[readinessDecision(input).decision]);
      }),
      { numRuns: 500 },
    );
  });

  it("gives a reason whenever it holds back", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const { decision, reasons } = readinessDecision(input);
        expect(reasons.length > 0).toBe(decision !== "go");
        expect(reasons.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});

describe("readinessLadder", () => {
  it("has every rule, lit down to the one that decided", () => {
    const ladder = readinessLadder({ ...FRESH, sleepS: 6 * 3600, restingHrBpm: 53 });
    expect(ladder.map(({ rule, reached }) => [rule, reached])).toEqual([
      ["P0-symptoms", "passed"],
      ["P0-ri", "passed"],
      ["P1-acwr", "passed"],
      ["P1-tsb-hrv", "passed"],
      ["P1-ri", "passed"],
      ["P1-lasting", "passed"],
      ["P2-tsb-hrv", "passed"],
      ["P2-lasting", "passed"],
      ["P2-red", "passed"],
      ["P2-amber", "decided"],
      ["P3-go", "not_reached"],
    ]);
  });

  it("says of a rule below that it would apply, too", () => {
    const ladder = readinessLadder({ ...FRESH, hrvMs: 35, sleepS: 4 * 3600 });
    expect(ladder.find(({ rule }) => rule === "P2-red")).toMatchObject({
      matched: true,
      reached: "not_reached",
      decision: "ease",
    });
  });

  it("is the decision's own path, with the rest of the ladder under it", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const { path, decision, rule } = readinessDecision(input);
        const ladder = readinessLadder(input);
        const walked = ladder.filter(({ reached }) => reached !== "not_reached");
        expect(
          walked.map(({ rule, condition, matched }) => ({ rule, condition, matched })),
        ).toEqual(path);
        const decided = ladder.filter(({ reached }) => reached === "decided");
        expect(decided).toMatchObject([{ rule, decision, matched: true }]);
      }),
      { numRuns: 500 },
    );
  });
});
