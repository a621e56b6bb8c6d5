import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import { everyFinding } from "@/scripts/evals/claims/every-detector";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import { verifyClaims } from "./verify-claims";

const [strained] = SCENARIOS as readonly [Numbers];
const facts = factsOf(strained);
const kinds = (text: string) => verifyClaims(text, facts).problems.map(({ kind }) => kind);

describe("what is borne out", () => {
  it("gives each number the id of its fact and its place", () => {
    const text = "Your resting heart rate was 54 bpm last night, 5 bpm above your mean of 49.";
    const { ok, claims } = verifyClaims(text, facts);
    expect(ok).toBe(true);
    expect(claims.map(({ start, end, factId }) => [text.slice(start, end), factId])).toEqual([
      ["54 bpm", "resting-hr.last"],
      ["5 bpm", "resting-hr.change"],
      ["above", "resting-hr.change"],
      ["49", "resting-hr.mean-28"],
    ]);
  });

  it.each([
    "You slept 5 h 40 last night.",
    "You slept five hours and forty minutes.",
    "Sleep was 5.7 hours.",
    "Sleep was 5:40.",
    "Form is −18.",
    "Form is minus eighteen.",
    "Your threshold pace is 7:23 per mile.",
    "Weight: 155.4 lb.",
    "Your load over the last seven days was 612.",
    "There is nothing to say today.",
    "One of the reasons is enough to rest.",
    "ＨＲＶ is ４３ ms.",
  ])("lets pass: %s", (text) => {
    expect(verifyClaims(text, facts).problems).toEqual([]);
  });
});

describe("what is not", () => {
  it.each([
    ["number", "Your resting heart rate was 55 bpm."],
    ["number", "You slept 5 h 41."],
    ["number", "Sleep was nearly six hours."],
    ["unit", "Your FTP is 255 bpm."],
    ["unit", "Your weight is 70.5 lb."],
    ["unit", "You slept 20400 weeks."],
    ["metric", "Your HRV was 54 last night."],
    ["metric", "Your VO2max is fine."],
    ["day", "Yesterday your HRV was 43 ms."],
    ["day", "On 3 May your sleep was short."],
    ["direction", "Your HRV is above its seven-night mean."],
    ["direction", "Your resting heart rate fell by 5 bpm."],
    ["direction", "Form is 18."],
    ["unread", "HRV is ٤٣ ms."],
    ["unread", "HRV is x43."],
  ])("names the %s of: %s", (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  it("does not take a mean for last night, nor last night for a mean", () => {
    expect(kinds("Your resting heart rate is 49 bpm.")).toEqual(["metric"]);
    expect(kinds("Your mean resting heart rate is 54 bpm.")).toEqual(["metric"]);
  });

  it("does not take a change for a value, nor a value for a change", () => {
    expect(kinds("Your resting heart rate is 5 bpm.")).toEqual(["direction"]);
    expect(kinds("Your HRV is 43 ms above its mean.")).toContain("direction");
  });

  it("does not take a rounded number that has lost the value", () => {
    expect(kinds("Your load ratio is 1.")).toEqual(["number"]);
    expect(kinds("You slept 6 hours.")).toEqual(["number"]);
    expect(kinds("Your load ratio is 1.4.")).toEqual([]);
  });

  it("tells a model what is known", () => {
    const [problem] = verifyClaims("Resting heart rate: 60 bpm.", facts).problems;
    expect(problem).toMatchObject({ said: "60 bpm", start: 20, end: 26 });
    expect(problem?.why).toContain("Resting heart rate, last night 54 bpm");
  });
});

describe("other languages' numbers", () => {
  it.each([
    ["de", "Dein Gewicht ist 70,5 kg.", true],
    ["de", "Dein Gewicht ist 70,6 kg.", false],
    ["de", "Dein Ruhepuls war 54 bpm.", true],
    ["de", "Dein Ruhepuls war 84 bpm.", false],
    ["fr", "Ton poids est de 70,5 kg.", true],
    ["fr", "La charge était de 6 120.", false],
    ["fr", "Tu as dormi neuf heures.", false],
  ] as const)("%s: %s", (locale, text, ok) => {
    expect(verifyClaims(text, facts, locale).ok).toBe(ok);
  });
});

describe("any number at all", () => {
  const whole = fc.integer({ min: 1, max: 4000 });

  it("passes only where it is the fact's own", () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(verifyClaims(`Your resting heart rate was ${n} bpm.`, facts).ok).toBe(n === 54);
        expect(verifyClaims(`Your FTP is ${n} W.`, facts).ok).toBe(n === 255);
        expect(verifyClaims(`Your weekly load was ${n} points.`, facts).ok).toBe(
          [612, 470, 121].includes(n),
        );
      }),
    );
  });

  it("passes durations to the minute only", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
        const text = `You slept ${h} h ${String(m).padStart(2, "0")} last night.`;
        expect(verifyClaims(text, facts).ok).toBe(h * 60 + m === strained.sleepMin);
      }),
    );
  });

  it("never throws, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const { claims, problems } = verifyClaims(text, facts);
        for (const { start, end } of [...claims, ...problems]) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("a week that is kept in mind", () => {
  const load = { label: "Training load of the week", unit: "load" as const };
  const week = (value: number, from: string, to: string): Fact => ({
    ...{ ...load, id: `load.week-${from}`, value },
    ...{ fromDay: localDate(from), toDay: localDate(to) },
  });
  // The day is Sunday 22 November.
  const remembered = [week(431, "2026-11-09", "2026-11-15"), week(388, "2026-10-19", "2026-10-25")];
  const known = { ...facts, facts: [...facts.facts, ...remembered] };

  it("is told with its days, and linked", () => {
    const { ok, claims } = verifyClaims("In the week of 19 October your load was 388.", known);
    expect(ok).toBe(true);
    expect(claims.map(({ factId }) => factId)).toContain("load.week-2026-10-19");
    expect(verifyClaims("Last week your training load was 431.", known).ok).toBe(true);
  });

  it.each([
    "Your training load was 388.",
    "Last week your training load was 388.",
    "Your training load was 431 in the last seven days.",
    "Your training load was 431 on 15 November.",
    "In the week of 9 November your load was 388.",
  ])("is no other week, and no day: %s", (text) => {
    expect(verifyClaims(text, known).ok).toBe(false);
  });
});

describe("a number of a finding", () => {
  const told = everyFinding();
  const of = (detector: string) => {
    const found = told.find(({ finding }) => finding.detector === detector);
    if (!found) throw new Error(`no ${detector}`);
    return (text: string) => verifyClaims(text, found.facts, "en", detector).ok;
  };

  it.each([
    ["resting-hr-rising", "Resting heart rate is 52 bpm this week; it used to be 48 bpm."],
    ["resting-hr-rising", "Look at your resting pulse: 48 bpm before, 52 bpm now."],
    ["sleep-short", "Two weeks of 6 h 23 a night, where 7 h 30 would be enough."],
    ["ftp-too-low", "Your best 20 minutes of 284 W point to 270 W; you still train by 250 W."],
    ["personal-best", "On Friday you set a new best of 19 min 55 s."],
    ["grey-zone", "Your runs were 50 % moderate and 42 % easy over four weeks."],
  ])("%s passes as what it is: %s", (detector, text) => {
    expect(of(detector)(text)).toBe(true);
  });

  it.each([
    // The other one of two.
    ["resting-hr-rising", "Resting heart rate is 48 bpm this week; it used to be 52 bpm."],
    ["resting-hr-rising", "Your usual resting heart rate is 52 bpm."],
    ["resting-hr-rising", "Your resting heart rate is 48 bpm."],
    // The same one twice.
    ["resting-hr-rising", "Resting heart rate rose from 52 bpm to 52 bpm."],
    // A change for a value, and a value for a change.
    ["resting-hr-rising", "Resting heart rate is 4 bpm above your usual 4 bpm."],
    ["fast-ramp", "Your fitness has grown by 87 in a week."],
    // Percent for an amount.
    ["resting-hr-rising", "Resting heart rate is 4 % above the four weeks before."],
    // A need, a debt, a mean.
    ["sleep-short", "You slept 15 h 33 a night."],
    ["sleep-short", "Over two weeks you have missed 6 h 23 of sleep."],
    ["sleep-short", "You need 6 h 23 of sleep."],
    // Three capacities.
    ["ftp-too-low", "Your best 20 minutes of 270 W point to 284 W."],
    ["ftp-too-low", "You still train by 270 W."],
    // Ends and the middle of a range.
    ["hrv-below-range", "HRV averaged 59 ms this week."],
    ["hrv-below-range", "HRV is still high this week."],
    // A sign, a day, a sport.
    ["overreaching", "Form was 63 on average this week."],
    ["personal-best", "On Tuesday you set a new best of 19 min 55 s."],
    ["personal-best", "Your new best came yesterday: 19 min 55 s."],
    ["grey-zone", "Your rides were 50 % moderate and 42 % easy over four weeks."],
  ])("%s is refused as something else: %s", (detector, text) => {
    expect(of(detector)(text)).toBe(false);
  });
});
