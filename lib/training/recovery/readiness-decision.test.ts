import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionCounterfactual } from "./decision-counterfactual";
import { readinessDecision } from "./readiness-decision";
import { type CheckInAnswers, type ReadinessInput, TRAINING_PHASES } from "./readiness-signals";

const FINE: CheckInAnswers = { readiness: 4, soreness: 4, mood: 4, stress: 4, hasSymptoms: false };
const AWFUL: CheckInAnswers = { readiness: 1, soreness: 1, mood: 2, stress: 1, hasSymptoms: false };

const FRESH: ReadinessInput = {
  hrvMs: 60,
  hrvMeanMs: 60,
  restingHrBpm: 50,
  restingHrMeanBpm: 50,
  sleepS: 8 * 3600,
  tsb: 2,
  startOfDayAcwr: 1,
  yesterdayRecoveryIndex: 1,
  checkIn: FINE,
  phase: "base",
};

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
      "P2-tsb-hrv",
      "P2-red",
      "P2-amber",
    ]);
    expect(path.map(({ matched }) => matched)).toEqual([...Array<boolean>(7).fill(false), true]);
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
const answer = fc.integer({ min: 1, max: 5 });
const anyInput: fc.Arbitrary<ReadinessInput> = fc.record({
  hrvMs: fc.option(fc.integer({ min: 30, max: 90 })),
  hrvMeanMs: fc.option(fc.integer({ min: 50, max: 70 })),
  restingHrBpm: fc.option(fc.integer({ min: 42, max: 62 })),
  restingHrMeanBpm: fc.option(fc.integer({ min: 45, max: 55 })),
  sleepS: fc.option(fc.integer({ min: 3 * 3600, max: 10 * 3600 })),
  tsb: fc.option(fc.integer({ min: -45, max: 25 })),
  startOfDayAcwr: fc.option(fc.double({ min: 0.4, max: 2, noNaN: true })),
  yesterdayRecoveryIndex: fc.option(fc.double({ min: 0.5, max: 1.2, noNaN: true })),
  checkIn: fc.option(
    fc.record({
      readiness: answer,
      soreness: answer,
      mood: answer,
      stress: answer,
      hasSymptoms: fc.boolean(),
    }),
  ),
  phase: fc.constantFrom(...TRAINING_PHASES),
});

describe("properties of the decision", () => {
  it("a check-in only ever makes the answer more careful", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const without = readinessDecision({ ...input, checkIn: null }).decision;
        expect(CAUTION[readinessDecision(input).decision]).toBeGreaterThanOrEqual(CAUTION[without]);
      }),
      { numRuns: 500 },
    );
  });

  it("symptoms are never cleared by data", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const checkIn = { ...FINE, readiness: 5, hasSymptoms: true };
        expect(readinessDecision({ ...input, checkIn }).decision).toBe("rest");
      }),
    );
  });

  it("more sleep never makes the answer more careful", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        if (input.sleepS === null) return;
        const more = readinessDecision({ ...input, sleepS: input.sleepS + 3600 }).decision;
        expect(CAUTION[more]).toBeLessThanOrEqual(CAUTION[readinessDecision(input).decision]);
      }),
      { numRuns: 500 },
    );
  });

  it("gives a reason whenever it holds back", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { decision, reasons } = readinessDecision(input);
        expect(reasons.length > 0).toBe(decision !== "go");
        expect(reasons.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});

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
    const field = {
      sleep: "sleepS",
      hrv: "hrvMs",
      rhr: "restingHrBpm",
      tsb: "tsb",
      acwr: "startOfDayAcwr",
    } as const;
    fc.assert(
      fc.property(anyInput, (input) => {
        const found = decisionCounterfactual(input);
        if (found === null) return;
        const name = field[found.signal as keyof typeof field];
        const value = found.signal === "sleep" ? found.value * 3600 : found.value;
        expect(readinessDecision({ ...input, [name]: value }).decision).toBe(found.decision);
        expect(found.decision).not.toBe(readinessDecision(input).decision);
      }),
      { numRuns: 500 },
    );
  });
});
