import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAthlete } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { explainWorkout } from "./explain-workout";
import { intendedWorkout } from "./recommend-workout";
import type { TrainedSport } from "./recommendation-input";

const CYCLIST: TrainedSport = {
  ...RUNNER,
  sport: "cycling",
  volume: { ...RUNNER.volume, sessions28: 8, daysSinceLast: 5 },
};

describe("explainWorkout", () => {
  it("leads to the very workout that the rules chose, whoever the athlete is", () => {
    fc.assert(
      fc.property(anyAthlete, (input) => {
        const intent = intendedWorkout(input);
        const { sports, rules, tried, templates, intended } = explainWorkout(input);
        expect(intended).toEqual(intent.workout);
        expect(sports.filter(({ isChosen }) => isChosen).map(({ sport }) => sport)).toEqual([
          intent.trained.sport,
        ]);
        // The last rule that was asked decided, and no other.
        expect(rules.filter(({ answer }) => answer !== null)).toHaveLength(1);
        expect(rules.at(-1)?.answer?.why).toBe(intent.why);
        expect(tried.filter(({ fits }) => fits)).toHaveLength(intended === null ? 0 : 1);
        const picked = templates.filter(({ leftOut }) => leftOut === null);
        expect(picked.map(({ id }) => id)).toEqual(intended ? [intended.templateId] : []);
      }),
      { numRuns: 1000 },
    );
  });

  it("says of each sport what left it out, or how due it is", () => {
    const events = { ...TRAINED.events, isInjured: true, forbidden: ["running" as const] };
    const { sports } = explainWorkout({ ...TRAINED, events, sports: [RUNNER, CYCLIST] });
    expect(sports).toMatchObject([
      { sport: "running", isChosen: false, leftOut: "an injury forbids it" },
      { sport: "cycling", isChosen: true, leftOut: null },
    ]);
    expect(sports[1]?.dueness).toBeCloseTo((5 * 8) / 28, 9);
  });

  it("asks the rules in their order, each with what it saw", () => {
    const { rules } = explainWorkout({ ...TRAINED, hardSessionsHoursAgo: [24] });
    expect(rules[0]).toMatchObject({ id: "injury", saw: "None is told.", answer: null });
    expect(rules.at(-1)).toMatchObject({
      ...{ id: "hard-apart", saw: "24 h ago.", answer: { kind: "endurance" } },
    });
  });

  it("says of each template of the kind why it was not the one", () => {
    const { templates, tried } = explainWorkout({ ...TRAINED, availableS: 2400 });
    expect(tried.at(-1)).toMatchObject({ fits: true });
    const reasons = templates.map(({ leftOut }) => leftOut);
    expect(reasons).toContain(null);
    expect(reasons.some((why) => /minutes at least$/.test(why ?? ""))).toBe(true);
    const season = { phase: "race_week", daysToRace: 5, daysSinceRace: null } as const;
    const ofRace = explainWorkout({ ...TRAINED, season }).templates;
    expect(ofRace.map(({ leftOut }) => leftOut)).toContain("not for race week");
  });
});
