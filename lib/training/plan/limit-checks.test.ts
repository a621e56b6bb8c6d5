import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAthlete } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { isIll } from "./is-ill";
import { limitChecks } from "./limit-checks";
import { recommendWorkout } from "./recommend-workout";
import type { RecommendationInput } from "./recommendation-input";
import { swapAlternatives } from "./swap-alternatives";
import type { RecommendedWorkout } from "./workout-types";

const RUNS = 1000;

const hard = recommendWorkout(TRAINED).workout as RecommendedWorkout;

function broken(workout: RecommendedWorkout, changes: Partial<RecommendationInput> = {}): string[] {
  return limitChecks(workout, { ...TRAINED, ...changes })
    .filter(({ isKept }) => !isKept)
    .map(({ rule, name }) => `${rule} ${name}`);
}

describe("limitChecks", () => {
  it("are all kept by what is accepted, kept or swapped, whoever the athlete is", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyAthlete, (input) => {
        const recommendation = recommendWorkout(input);
        const { workout, original } = recommendation;
        const swaps = swapAlternatives(input, recommendation).map((swap) => swap.workout);
        // What it was before is not offered to who is ill.
        const all = [workout, isIll(input) ? null : original, ...swaps];
        for (const one of all.filter((choice) => choice !== null)) {
          const checks = limitChecks(one, input);
          for (const { rule, name } of checks) seen.add(`${rule} ${name}`);
          expect(checks.filter(({ isKept }) => !isKept)).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
    for (const rule of [1, 4, 5, 7, 9, 10, 11, 12, 15]) {
      expect([...seen].some((name) => name.startsWith(`PLN-${rule} `))).toBe(true);
    }
  });

  it.each<[string, string, Partial<RecommendationInput>]>([
    ["a hard one 47 h ago", "PLN-7 Hard sessions", { hardSessionsHoursAgo: [47] }],
    ["two hard ones in base", "PLN-7 Hard sessions", { hardSessionsHoursAgo: [72, 120] }],
    ["fitness that rose", "PLN-5 Rise of fitness", { load: { ctl: 58, atl: 60, ctlWeekAgo: 50 } }],
    ["little time", "PLN-12 Time of the day", { availableS: 1800 }],
    ["an illness", "PLN-15 Illness", { events: { ...TRAINED.events, isIll: true } }],
    ["an illness before", "PLN-15 Illness", { events: { ...TRAINED.events, easyDaysLeft: 1 } }],
    ["an injury", "injury Injury", { events: { ...TRAINED.events, isInjured: true } }],
    ["heat", "PLN-HEAT Heat", { heat: { temperatureC: 30, daysAgo: 1 } }],
    [
      "a race tomorrow",
      "PLN-1 Days around a race",
      { season: { phase: "base", daysToRace: 1, daysSinceRace: null } },
    ],
    ["a break", "PLN-15 After a break", { daysOff: 9 }],
  ])("are broken by a hard hour after %s", (_, rule, changes) => {
    expect(broken(hard)).toEqual([]);
    expect(broken(hard, changes)).toContain(rule);
  });

  it("are broken by what is too long, not of the library, or does not add up", () => {
    const week = { doneS: 14_000, beforeS: 14_400 };
    const sports = [{ ...RUNNER, volume: { ...RUNNER.volume, week } }] as const;
    expect(broken(hard, { sports })).toContain("PLN-4 A week of running");
    const volume = { ...RUNNER.volume, longestDurationS: 3000 };
    expect(broken(hard, { sports: [{ ...RUNNER, volume }] })).toEqual(["PLN-9 Longest session"]);
    expect(broken({ ...hard, templateId: "made-up" })).toEqual(["PLN-11 From the library"]);
    expect(broken({ ...hard, durationS: 30_000 })).toContain("PLN-11 From the library");
    expect(broken({ ...hard, load: hard.load + 1 })).toEqual(["PLN-10 Sums"]);
  });

  it("names what is allowed and what is asked for", () => {
    const checks = limitChecks(hard, { ...TRAINED, availableS: 4000 });
    const of = (rule: string) => checks.find((check) => check.rule === rule);
    expect(of("PLN-12")).toMatchObject({ allowed: "66 min", asked: "60 min" });
    expect(of("PLN-7")).toMatchObject({
      ...{ allowed: "2 in 7 days in base, 48 h apart", asked: "number 2, 72 h after the last" },
    });
  });
});
