import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAthlete } from "@/tests/support/any-athlete";
import { anyReadiness } from "@/tests/support/any-readiness";
import { TRAINED } from "@/tests/support/trained-athlete";
import { readinessDecision } from "../recovery/readiness-decision";
import { formEffect } from "./form-effect";
import { isIll } from "./is-ill";
import { recommendWorkout } from "./recommend-workout";
import type { RecommendationInput } from "./recommendation-input";
import { swapAlternatives } from "./swap-alternatives";
import { volumeShare, workoutDuration } from "./workout-duration";
import { WORKOUT_TEMPLATES } from "./workout-templates";
import type { Recommendation, RecommendedWorkout } from "./workout-types";

const RUNS = 1000;
const RANK = { rest: 0, easy: 1, moderate: 2, hard: 3 };
const FITNESS_GAIN = 1 - Math.exp(-1 / 42);

/**
 * Holds for what is recommended, for what it was before the morning eased it, and for everything
 * that may take its place. Skip brings no workout; with an illness nothing can be kept.
 */
function forEveryChoice(
  holds: (workout: RecommendedWorkout, input: RecommendationInput, isSwap: boolean) => void,
): void {
  fc.assert(
    fc.property(anyAthlete, (input) => {
      const recommendation = recommendWorkout(input);
      if (recommendation.workout) holds(recommendation.workout, input, false);
      if (recommendation.original && !isIll(input)) holds(recommendation.original, input, false);
      for (const { workout } of swapAlternatives(input, recommendation)) {
        holds(workout, input, true);
      }
    }),
    { numRuns: RUNS },
  );
}

function forEveryRecommendation(
  holds: (recommendation: Recommendation, input: RecommendationInput) => void,
): void {
  fc.assert(
    fc.property(anyAthlete, (input) => holds(recommendWorkout(input), input)),
    { numRuns: RUNS },
  );
}

const sportOf = ({ sports }: RecommendationInput, { sport }: RecommendedWorkout) =>
  sports.find((trained) => trained.sport === sport);

describe("the hard limits, for what is accepted, kept and swapped", () => {
  it("PLN-5: fitness never ends the day more than 8 above that of a week before", () => {
    forEveryChoice((workout, { load }) => {
      if (load === null) return;
      const after = load.ctl + (workout.load - load.ctl) * FITNESS_GAIN;
      expect(after - load.ctlWeekAgo).toBeLessThanOrEqual(8 + 1e-9);
    });
  });

  it("PLN-7: three hard sessions in seven days at most, two in base, 48 h apart", () => {
    forEveryChoice((workout, { hardSessionsHoursAgo, season, usualStartMinute: usual }) => {
      if (workout.intensity !== "hard") {
        expect(workout.notBeforeMinute).toBeUndefined();
        return;
      }
      const week = hardSessionsHoursAgo.filter((hours) => hours < 168);
      const isBase = season.phase === "base" || season.phase === "recovery";
      expect(week.length).toBeLessThan(isBase ? 2 : 3);
      // One that comes too soon at the usual hour says from when on it may begin.
      const laterH = ((workout.notBeforeMinute ?? usual ?? 0) - (usual ?? 0)) / 60;
      expect(Math.min(Number.POSITIVE_INFINITY, ...week) + laterH).toBeGreaterThanOrEqual(48);
      expect(laterH).toBeLessThanOrEqual(3);
      if (laterH > 0) expect(workout.notBeforeMinute).toBeLessThanOrEqual(20 * 60);
    });
  });

  it("PLN-9: 10 % beyond the longest at most, and no more than 30 % of a week's running", () => {
    forEveryChoice((workout, input) => {
      const volume = sportOf(input, workout)?.volume;
      if (!volume) return;
      const longestS = volume.longestDurationS ?? 2700;
      expect(workout.durationS).toBeLessThanOrEqual(Math.max(1200, longestS * 1.1));
      if (!workout.templateId.startsWith("running-long")) return;
      const ofWeekS = Math.max(volume.typicalDurationS ?? 1800, volume.weeklyDurationS * 0.3);
      expect(workout.durationS).toBeLessThanOrEqual(Math.max(1200, ofWeekS));
    });
  });

  it("PLN-10, PLN-11: from the library, with sums that are exact", () => {
    forEveryChoice(({ steps, durationS, load, templateId }, { season }) => {
      expect(steps.reduce((sum, step) => sum + step.durationS, 0)).toBe(durationS);
      expect(steps.reduce((sum, step) => sum + (step.load ?? Number.NaN), 0)).toBe(load);
      const template = WORKOUT_TEMPLATES.find(({ id }) => id === templateId);
      expect(template?.phases).toContain(season.phase);
    });
  });

  it("PLN-12: never longer than the time that the day leaves", () => {
    forEveryChoice(({ durationS }, { availableS }) => {
      expect(durationS).toBeLessThanOrEqual(availableS ?? Number.POSITIVE_INFINITY);
    });
  });

  it("PLN-15: nothing while ill, easy for as many days, three quarters after a break", () => {
    forEveryChoice((workout, input, isSwap) => {
      const { events, daysOff } = input;
      expect(events.isIll).toBe(false);
      if (events.easyDaysLeft > 0) expect(workout.intensity).not.toBe("hard");
      if (daysOff === 0) return;
      expect(workout.intensity).not.toBe("hard");
      const typicalS = sportOf(input, workout)?.volume.typicalDurationS;
      // A swap may be of strength or mobility, which have lengths of their own.
      if (typeof typicalS !== "number" || isSwap) return;
      expect(workout.durationS).toBeLessThanOrEqual(Math.max(1200, typicalS * 0.8));
    });
  });

  it("an injury allows nothing hard, and no step of a sport that it forbids", () => {
    forEveryChoice(({ intensity, sport, steps }, { events }) => {
      if (!events.isInjured) return;
      expect(intensity).not.toBe("hard");
      for (const step of steps) {
        expect(events.forbidden).not.toContain(step.sport ?? sport);
        expect(step.target.zone).toBeLessThan(5);
      }
    });
  });

  it("PLN-4: seven days of a sport never grow by more than a tenth, from 150 minutes on", () => {
    forEveryChoice((workout, input) => {
      for (const { sport, volume } of input.sports) {
        const ofSport = workout.steps.filter((step) => (step.sport ?? workout.sport) === sport);
        const addedS = ofSport.reduce((sum, { durationS }) => sum + durationS, 0);
        if (addedS === 0 || !volume.week) continue;
        const usualS = Math.max(volume.week.beforeS, volume.weeklyDurationS);
        const mostS = Math.max(9000, 1.1 * usualS);
        expect(volume.week.doneS + addedS).toBeLessThanOrEqual(mostS + 1e-6);
      }
    });
  });

  it("heat leaves nothing hard out of doors, and from 33 °C on nothing out of doors", () => {
    forEveryChoice(({ intensity, sport, isIndoors }, { heat }) => {
      if (sport !== "running" && sport !== "cycling") return;
      const temperatureC = heat?.temperatureC ?? 0;
      if (temperatureC >= 28) expect(intensity).not.toBe("hard");
      if (temperatureC >= 33) expect(isIndoors).toBe(true);
    });
  });

  it("nobody is sent to ride in the dark, and nothing goes indoors for another reason", () => {
    forEveryChoice((workout, input) => {
      const { isIndoors, durationS, sport } = workout;
      const start = sportOf(input, workout)?.volume.usualStartMinute ?? null;
      const { daylight, heat } = input;
      // Light minutes, counted one by one.
      const minutes = Array.from({ length: durationS / 60 }, (_, i) => (start ?? 0) + i);
      const lit = minutes.filter(
        (at) => daylight && at >= daylight.sunriseMinute && at < daylight.sunsetMinute,
      );
      const isDark = daylight !== null && start !== null && lit.length <= minutes.length / 2;
      const isTooHot = (heat?.temperatureC ?? 0) >= 33 && ["running", "cycling"].includes(sport);
      expect(isIndoors ?? false).toBe(isTooHot || (sport === "cycling" && isDark));
    });
  });

  it("a brick is for who swims, rides and runs, before a race", () => {
    forEveryChoice(({ templateId }, { sports, season }) => {
      if (!templateId.startsWith("cycling-brick")) return;
      expect(sports).toHaveLength(3);
      expect(["build", "peak"]).toContain(season.phase);
    });
  });

  it("the two days before a race and the week after it have nothing hard", () => {
    forEveryChoice(({ intensity }, { season: { daysToRace, daysSinceRace } }) => {
      if ((daysToRace ?? 9) <= 2 || daysSinceRace !== null) expect(intensity).not.toBe("hard");
    });
  });

  it("stays in the sports that are trained, strength and mobility apart", () => {
    forEveryChoice(({ sport }, { sports }) => {
      expect([...sports.map((trained) => trained.sport), "strength", "yoga"]).toContain(sport);
    });
  });
});

describe("the morning has the last word", () => {
  it("an eased workout is neither harder nor heavier than the intended one", () => {
    forEveryRecommendation(({ workout, original }) => {
      if (!workout || !original) return;
      expect(workout.load).toBeLessThanOrEqual(original.load);
      expect(RANK[workout.intensity]).toBeLessThanOrEqual(RANK[original.intensity]);
    });
  });

  it("cuts what the ladder's rule asks for, whichever of its rules it is", () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(anyAthlete, anyReadiness, (athlete, readiness) => {
        const decision = readinessDecision(readiness);
        rules.add(decision.rule);
        const input = { ...athlete, decision };
        const recommendation = recommendWorkout(input);
        const { workout, original } = recommendation;
        if (decision.decision === "rest") expect(workout).toBeNull();
        if (decision.decision !== "ease" || workout === null) return;
        expect(workout.load).toBeLessThanOrEqual(original?.load ?? workout.load);
        if (decision.modification === "volume") return;
        const offered = [{ workout }, ...swapAlternatives(input, recommendation)];
        expect(offered.map((one) => one.workout.intensity)).not.toContain("hard");
      }),
      { numRuns: RUNS },
    );
    for (const rule of ["P1-lasting", "P2-lasting", "P1-acwr", "P3-go"]) {
      expect(rules).toContain(rule);
    }
  });

  it("rests on a day of rest, and always says why", () => {
    forEveryRecommendation(({ workout, rationale }, { decision }) => {
      if (decision.decision === "rest") expect(workout).toBeNull();
      expect(rationale.length).toBeGreaterThan(0);
    });
  });
});

describe("PLN-1: the taper", () => {
  it("takes 41 to 60 % off the volume of two weeks, whatever the usual session", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5400, max: 14_400 }), (typicalDurationS) => {
        const volume = {
          ...TRAINED.sports[0].volume,
          typicalDurationS,
          longestDurationS: typicalDurationS * 2,
        };
        const days = Array.from({ length: 14 }, (_, daysToRace) =>
          workoutDuration("endurance", "cycling", volume, {
            ...{ availableS: null, daysOff: 0 },
            ...{ season: { daysToRace }, events: { isTravelDay: false } },
          }),
        );
        const cut = 1 - days.reduce((sum, seconds) => sum + seconds, 0) / (14 * typicalDurationS);
        expect(cut).toBeGreaterThan(0.41);
        expect(cut).toBeLessThan(0.6);
        // Less and less towards the race.
        for (let i = 1; i < days.length; i++) {
          expect(days[i]).toBeGreaterThanOrEqual(days[i - 1] ?? 0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("is a week, and less of it, before a race of priority B, and none before one of C", () => {
    const frame = { availableS: null, daysOff: 0, events: { isTravelDay: false } };
    const share = (priority: "A" | "B" | "C", daysToRace: number) =>
      volumeShare({ ...frame, season: { daysToRace, taper: { priority, daysToRace } } });
    expect(share("B", 7)).toBe(1);
    expect(share("B", 6)).toBeCloseTo(0.75, 9);
    expect(share("B", 0)).toBeCloseTo(0.5, 9);
    expect(share("C", 0)).toBe(1);
    expect(share("A", 0)).toBeCloseTo(0.3, 9);
  });

  it("keeps the intensity until three days before the race", () => {
    const season = { phase: "race_week", daysToRace: 4, daysSinceRace: null } as const;
    const { workout } = recommendWorkout({ ...TRAINED, season });
    expect(workout?.intensity).toBe("hard");
    expect(workout?.durationS).toBeLessThan(3600);
  });

  it("leaves the volume alone before it begins", () => {
    const events = { isTravelDay: false };
    const frame = { availableS: null, daysOff: 0, events };
    expect(volumeShare({ ...frame, season: { daysToRace: 14 } })).toBe(1);
    expect(volumeShare({ ...frame, season: { daysToRace: 13 } })).toBeCloseTo(0.75, 9);
    expect(volumeShare({ ...frame, season: { daysToRace: 0 } })).toBeCloseTo(0.3, 9);
  });
});

describe("formEffect", () => {
  it("is the fitness and fatigue of the day after, by the same gains", () => {
    const { formTomorrow } = formEffect(80, { ctl: 60, atl: 70 }, null);
    const fatigueGain = 1 - Math.exp(-1 / 7);
    expect(formTomorrow).toBeCloseTo(60 + 20 * FITNESS_GAIN - (70 + 10 * fatigueGain), 9);
  });

  it("always costs form tomorrow, and more the heavier the session", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 150, noNaN: true }),
        fc.double({ min: 0, max: 250, noNaN: true }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        (ctl, atl, load) => {
          const rest = formEffect(0, { ctl, atl }, 40);
          const trained = formEffect(load, { ctl, atl }, 40);
          expect(trained.formTomorrow).toBeLessThan(rest.formTomorrow);
          // Six weeks later the fatigue is gone and some of the fitness is left.
          expect(trained.formOnRaceDay ?? 0).toBeGreaterThan(rest.formOnRaceDay ?? 0);
        },
      ),
    );
  });

  it("speaks of no race day without one ahead", () => {
    expect(formEffect(50, { ctl: 50, atl: 50 }, null).formOnRaceDay).toBeNull();
    expect(formEffect(50, { ctl: 50, atl: 50 }, 0).formOnRaceDay).toBeNull();
    const { formTomorrow, formOnRaceDay } = formEffect(50, { ctl: 50, atl: 50 }, 1);
    expect(formOnRaceDay).toBe(formTomorrow);
  });
});
