import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KNOWN } from "@/tests/support/any-athlete";
import { NOTHING_SET } from "@/tests/support/nothing-set";
import { powerZones } from "../zones/power-zones";
import { buildWorkout } from "./build-workout";
import { INTENSITY_LEVELS, LEVEL_RANGES } from "./intensity-levels";
import { isHardSession } from "./is-hard-session";
import { stepTarget, targetByFeel } from "./step-target";
import { ENDURANCE_SPORTS, type Scaled, type WorkoutTemplate } from "./template-types";
import { WORKOUT_TEMPLATES } from "./workout-templates";
import type { RecommendedWorkout } from "./workout-types";

const TEMPLATES = WORKOUT_TEMPLATES.map((template) => [template.id, template] as const);
const anySettings = fc.constantFrom(KNOWN, NOTHING_SET, {
  ...NOTHING_SET,
  thresholdHeartRateBpm: 165,
});
const anyDurationS = fc.integer({ min: 1, max: 120 }).map((fiveMinutes) => fiveMinutes * 300);

function built(template: WorkoutTemplate, durationS: number, settings = KNOWN) {
  return buildWorkout(template, durationS, settings);
}

/** The workout of every length that a template accepts, under any settings. */
function always(template: WorkoutTemplate, expects: (workout: RecommendedWorkout) => void): void {
  fc.assert(
    fc.property(anyDurationS, anySettings, (durationS, settings) => {
      const workout = built(template, durationS, settings);
      if (workout) expects(workout);
    }),
    { numRuns: 60 },
  );
}

describe("the library", () => {
  it.each([
    ["running", 12],
    ["cycling", 12],
    ["swimming", 8],
    ["strength", 4],
    ["mobility", 4],
  ] as const)("has for %s at least %i, each with a purpose, phases and a range", (sport, least) => {
    const own = WORKOUT_TEMPLATES.filter((template) => template.sport === sport);
    expect(own.length).toBeGreaterThanOrEqual(least);
    for (const { purpose, phases, durationS } of own) {
      expect(purpose).toMatch(/^[A-Z].{15,}\.$/);
      expect(phases.length).toBeGreaterThan(0);
      expect(durationS[0]).toBeLessThan(durationS[1]);
    }
  });

  it("has at least forty templates with ids of their own, over five kinds of training", () => {
    const ids = WORKOUT_TEMPLATES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    const sports = new Set(WORKOUT_TEMPLATES.map(({ sport }) => sport));
    expect([...sports].sort()).toEqual(["cycling", "mobility", "running", "strength", "swimming"]);
  });

  it.each(ENDURANCE_SPORTS)("has a session of every kind for every phase of %s", (sport) => {
    const of = (kind: string, phase: WorkoutTemplate["phases"][number]) =>
      WORKOUT_TEMPLATES.filter(
        (one) => one.sport === sport && one.kind === kind && one.phases.includes(phase),
      );
    for (const phase of ["base", "build", "peak", "taper", "race_week", "recovery"] as const) {
      for (const kind of ["recovery", "endurance", "long", "tempo", "threshold", "vo2max"]) {
        expect(of(kind, phase), `${kind} in ${phase}`).not.toEqual([]);
      }
    }
    expect(of("openers", "race_week")).not.toEqual([]);
    expect(of("anaerobic", "peak")).not.toEqual([]);
  });

  it.each(TEMPLATES)("%s fits some length, and none outside its range", (_, template) => {
    const [least, most] = template.durationS;
    const lengths = Array.from({ length: 120 }, (__, i) => (i + 1) * 300);
    const fitting = lengths.filter((durationS) => built(template, durationS) !== null);
    expect(fitting).not.toEqual([]);
    expect(fitting.every((durationS) => durationS >= least && durationS <= most)).toBe(true);
    // Nearly the whole of what it promises.
    expect(Math.min(...fitting)).toBeLessThanOrEqual(least + 300);
    expect(built(template, most)).not.toBeNull();
  });
});

describe("PLN-10: the sums are exact", () => {
  it.each(TEMPLATES)("%s", (_, template) => {
    always(template, (workout) => {
      const { steps, durationS, load } = workout;
      expect(steps.reduce((sum, step) => sum + step.durationS, 0)).toBe(durationS);
      expect(steps.reduce((sum, step) => sum + (step.load ?? Number.NaN), 0)).toBe(load);
      expect(load).toBeGreaterThan(0);
      for (const step of steps) expect(step.durationS).toBeGreaterThan(0);
    });
  });

  it.each(TEMPLATES)("%s is as long as asked, or shorter where exercises end", (_, template) => {
    fc.assert(
      fc.property(anyDurationS, (durationS) => {
        const workout = built(template, durationS);
        if (!workout) return;
        if (template.body.form === "exercises") {
          expect(workout.durationS).toBeLessThanOrEqual(durationS);
        } else expect(workout.durationS).toBe(durationS);
      }),
    );
  });
});

describe("PLN-11: nothing is invented", () => {
  it.each(TEMPLATES)("%s holds every target inside a range of its levels", (_, template) => {
    fc.assert(
      fc.property(anyDurationS, anySettings, (durationS, settings) => {
        const workout = built(template, durationS, settings);
        const known = INTENSITY_LEVELS.flatMap((level) => [
          targetByFeel(level),
          stepTarget(level, workout?.sport ?? "other", settings),
          ...(template.body.form === "brick" ? [stepTarget(level, "running", settings)] : []),
        ]);
        for (const { target } of workout?.steps ?? []) {
          expect(known).toContainEqual(target);
          expect(target.low ?? 0).toBeLessThan(target.high ?? 0);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(TEMPLATES)("%s keeps its shape and its ranges", (_, template) => {
    always(template, ({ steps }) => {
      expect(steps[0]?.kind).toBe("warmup");
      expect(steps.at(-1)?.kind).toBe("cooldown");
      const { body } = template;
      const inner = steps.slice(1, -1);
      if (body.form === "parts") {
        expect(inner).toHaveLength(body.parts.length);
        return;
      }
      if (body.form === "brick") {
        expect(steps.map(({ sport }) => sport)).toEqual([
          ...[undefined, undefined],
          ...["running", "running"],
        ]);
        return;
      }
      if (body.form === "exercises") {
        expect(inner.map((step) => step.exercise?.name)).toEqual(
          body.exercises.map(({ name }) => name),
        );
        for (const { exercise, durationS } of inner) {
          const sets = exercise?.sets ?? 0;
          expect(inRange(sets, body.sets)).toBe(true);
          expect(inRange(durationS / sets, body.setS)).toBe(true);
        }
        return;
      }
      const efforts = inner.filter(({ kind }) => kind !== "steady");
      const perBlock = body.block.length;
      const times = Math.ceil(efforts.length / perBlock);
      expect(inRange(times, [body.min, body.max])).toBe(true);
      efforts.forEach((step, i) => {
        const shape = body.block[i % perBlock];
        expect(step.kind).toBe(shape?.kind);
        expect(shape && inRange(step.durationS, shape.seconds)).toBe(true);
      });
      expect(inner.length - efforts.length).toBeLessThanOrEqual(1);
    });
  });

  it("keeps every level inside its power zone", () => {
    const boundaries = [0, ...powerZones(1), Number.POSITIVE_INFINITY];
    for (const level of INTENSITY_LEVELS) {
      const { zone, power } = LEVEL_RANGES[level];
      expect(power[0]).toBeGreaterThanOrEqual(boundaries[zone - 1] ?? Number.POSITIVE_INFINITY);
      expect(power[1]).toBeLessThan(boundaries[zone] ?? 0);
    }
  });

  it("takes targets from the athlete's own thresholds, else heart rate, else feel", () => {
    const byPower = { kind: "power", low: 235, high: 255, zone: 4 };
    expect(stepTarget("threshold", "cycling", KNOWN)).toEqual(byPower);
    expect(stepTarget("endurance", "running", KNOWN)).toMatchObject({ kind: "speed", low: 3.2 });
    const heartRateOnly = { ...NOTHING_SET, thresholdHeartRateBpm: 170 };
    expect(stepTarget("endurance", "running", heartRateOnly).kind).toBe("heart_rate");
    expect(stepTarget("vo2max", "running", heartRateOnly).kind).toBe("rpe");
    const byFeel = { kind: "rpe", low: 3, high: 4 };
    expect(stepTarget("endurance", "cycling", NOTHING_SET)).toMatchObject(byFeel);
  });

  it("holds hills by feel even where the pace is known", () => {
    const hills = WORKOUT_TEMPLATES.find(({ id }) => id === "running-hill-repeats");
    const steps = (hills && built(hills, 3600)?.steps) ?? [];
    expect(steps.filter(({ kind }) => kind === "work").map(({ target }) => target.kind)).toContain(
      "rpe",
    );
    expect(steps[0]?.target.kind).toBe("speed");
  });
});

describe("PLN-7: what counts as hard is called hard", () => {
  it.each(TEMPLATES)("%s", (_, template) => {
    always(template, ({ steps, intensity, load: planned, durationS }) => {
      // The load of a swim goes with the cube of its speed: 85 an hour is a brisk one.
      const load = template.sport === "swimming" ? null : planned;
      const seconds = [0, 0, 0, 0, 0, 0, 0];
      for (const { target, durationS: stepS } of steps) {
        seconds[target.zone - 1] = (seconds[target.zone - 1] ?? 0) + stepS;
      }
      const zones = { seconds, boundaries: [], unit: "W", formula: "X@1" };
      const done = { timerS: durationS, load, rpe: null, timeInZone: { power: zones } };
      if (isHardSession(done)) expect(intensity).toBe("hard");
    });
  });
});

function inRange(value: number, range: Scaled): boolean {
  const [least, most] = typeof range === "number" ? [range, range] : range;
  return value >= least && value <= most;
}
