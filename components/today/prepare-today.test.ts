import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import type { WorkoutAnswer } from "@/lib/training/plan/chosen-workout";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import type { RecommendedWorkout, WorkoutStep } from "@/lib/training/plan/workout-types";
import type {
  ReadinessDecision,
  RecoveryContribution,
  RecoveryScore,
} from "@/lib/training/recovery/recovery-types";
import { TRAINED } from "@/tests/support/trained-athlete";
import { formatTarget } from "./format-target";
import { freshnessLine } from "./freshness-line";
import { mainSet } from "./main-set";
import { prepareChoices } from "./prepare-choices";
import { prepareFormStrip } from "./prepare-form-strip";
import { prepareNormal } from "./prepare-normal";
import { prepareVerdict } from "./prepare-verdict";
import { prepareWeek } from "./prepare-week";
import { prepareRecommendation } from "./prepare-workout";
import { raceCountdown } from "./race-countdown";
import { todayPhase } from "./today-phase";
import { usualSleep } from "./usual-sleep";

const today = localDate("2026-11-21");

function contribution(
  component: RecoveryContribution["component"],
  fields: Partial<RecoveryContribution> = {},
): RecoveryContribution {
  const unit = { hrv: "ms", rhr: "bpm", sleep: "h", stress: "" }[component];
  return { component, score: 80, weight: 0.25, value: 50, baseline: 52, unit, ...fields };
}

function recovery(contributions: RecoveryContribution[], score: number | null = 81): RecoveryScore {
  return {
    score,
    band: score === null ? null : "green",
    contributions,
    coverage: 1,
    confidence: score === null ? null : "solid",
    loadFactor: 1,
    missing: [],
    formula: "REC-1@1",
  };
}

function decision(reasons: string[]): ReadinessDecision {
  return {
    decision: "go",
    rule: "P3",
    modification: "none",
    signals: [],
    path: [],
    reasons,
    formula: "RDY-S11@2",
  };
}

const step = (kind: WorkoutStep["kind"], minutes: number, zone = 2): WorkoutStep => ({
  kind,
  durationS: minutes * 60,
  target: { kind: "power", low: 205, high: 220, zone },
});

function workout(fields: Partial<RecommendedWorkout> = {}): RecommendedWorkout {
  const steps = [
    step("warmup", 15, 1),
    step("work", 8, 3),
    step("recovery", 4, 1),
    step("work", 8, 3),
  ];
  return {
    templateId: "tempo",
    title: "Tempo",
    sport: "cycling",
    purpose: "tempo",
    durationS: 3600,
    load: 48.4,
    intensity: "moderate",
    steps,
    ...fields,
  };
}

describe("todayPhase", () => {
  const facts = {
    hasData: true,
    hasCheckIn: false,
    isCheckInSkipped: false,
    hasMorning: true,
    ...{ hasTrained: false, hasSlept: true, hour: 7 },
  };
  it("asks before it shows the score", () => {
    expect(todayPhase(facts)).toBe("check-in");
  });
  it("shows the answer once asked, once waved off, or when the morning is long over", () => {
    expect(todayPhase({ ...facts, hasCheckIn: true })).toBe("answer");
    expect(todayPhase({ ...facts, isCheckInSkipped: true })).toBe("answer");
    expect(todayPhase({ ...facts, hasTrained: true })).toBe("answer");
    expect(todayPhase({ ...facts, hour: 20 })).toBe("answer");
  });
  it("asks nobody how the morning is before the night", () => {
    const late = { ...facts, hasMorning: false, hasSlept: false, hour: 1 };
    expect(todayPhase(late)).toBe("waiting");
  });
  it("says so when there is no answer or no data", () => {
    expect(todayPhase({ ...facts, hasCheckIn: true, hasMorning: false })).toBe("waiting");
    expect(todayPhase({ ...facts, hasData: false, hasMorning: false })).toBe("empty");
  });
});

describe("prepareVerdict", () => {
  const all = [
    contribution("hrv"),
    contribution("rhr"),
    contribution("sleep"),
    contribution("stress"),
  ];
  it("counts the four measures and the check-in as five signals", () => {
    expect(prepareVerdict(recovery(all), decision([]), true).signals).toBe(
      "5 of 5 signals · solid",
    );
    const without = [...all.slice(0, 3), contribution("stress", { score: null, value: null })];
    expect(prepareVerdict(recovery(without), decision([]), false).signals).toBe(
      "3 of 5 signals · solid",
    );
  });
  it("gives at most two reasons, the rules' own when a rule spoke", () => {
    const spoken = prepareVerdict(
      recovery(all),
      decision(["HRV low.", "Short night.", "Third."]),
      true,
    );
    expect(spoken.reasons).toEqual(["HRV low", "Short night"]);
  });
  it("names what carries the score when no rule spoke", () => {
    const carried = [
      contribution("hrv", { weight: 0.4, score: 100, value: 65, baseline: 59 }),
      contribution("rhr", { weight: 0.3, score: 50, value: 55, baseline: 55 }),
      contribution("sleep", { weight: 0.2, score: 94, value: 8, baseline: null }),
    ];
    expect(prepareVerdict(recovery(carried), decision([]), true).reasons).toEqual([
      "HRV 65 against 59 ms",
      "Sleep 8\u00a0h",
    ]);
  });
  it("gives the reason instead of a number when there is no score", () => {
    const learning = { ...recovery(all, null), reason: "Learning, night 2 of 3." };
    const view = prepareVerdict(learning, decision([]), true);
    expect(view.score).toBeNull();
    expect(view.noScore).toBe("Learning, night 2 of 3.");
  });
});

describe("prepareRecommendation", () => {
  const view = (
    recommendation: Partial<WorkoutAnswer["recommendation"]>,
    answer: Partial<WorkoutAnswer> = {},
    mayKeep = true,
  ) =>
    prepareRecommendation(
      {
        recommendation: {
          ...{ workout: workout(), original: null, rationale: [], formula: "x@1" },
          ...recommendation,
        },
        ...{ response: null, chosen: null, ...answer },
      },
      "metric",
      mayKeep,
    );

  it("says what a workout was eased from and what keeping it means", () => {
    const eased = view({ original: workout({ durationS: 5700 }), rationale: ["Because."] });
    expect(eased.chip).toEqual({ text: "eased from 95 min", tone: "ease" });
    expect(eased.keep).toBe("95 min");
    expect(eased.workout?.duration).toEqual({ value: "60", unit: "min" });
    expect(eased.workout?.load).toBe("48 load");
    expect(eased.workout?.line).toBe("Ride · 2 × 8\u00a0min at 205–220 W");
  });
  it("says that a session was skipped", () => {
    expect(view({}, { response: "skipped" }).chip.text).toBe("skipped");
  });
  it("offers nothing to keep to who is ill", () => {
    expect(view({ workout: null, original: workout() }).keep).toBe("60 min");
    expect(view({ workout: null, original: workout() }, {}, false).keep).toBeNull();
  });
  it("says when a session is for indoors, and tells a brick's run", () => {
    expect(view({ workout: workout({ notBeforeMinute: 1120 }) }).workout?.note).toBe(
      "Not before 18:40.",
    );
    const noted = workout({ notBeforeMinute: 1120, note: "On a track." });
    expect(view({ workout: noted }).workout?.note).toBe("On a track. Not before 18:40.");
    expect(view({ workout: workout({ isIndoors: true }) }).workout?.line).toMatch(
      /^Ride indoors ·/,
    );
    const target = { kind: "rpe", low: 3, high: 4, zone: 2 } as const;
    const steps = [
      { kind: "steady", durationS: 4800, target },
      { kind: "work", sport: "running", durationS: 1200, target },
    ] as const;
    expect(view({ workout: workout({ steps }) }).workout?.line).toBe(
      "Ride · 1\u00a0h\u00a020 at RPE 3–4, then run 20\u00a0min at RPE 3–4",
    );
  });
  it("has a rest day of its own", () => {
    expect(view({ workout: null })).toMatchObject({
      workout: null,
      keep: null,
      chip: { text: "rest day" },
    });
    const dropped = view({ workout: null, original: workout() });
    expect(dropped.chip.text).toBe("instead of tempo");
  });
  it("shows what was kept or taken instead as the day's workout", () => {
    const original = workout({ title: "Long ride", durationS: 5700 });
    const kept = view({ original }, { response: "kept" });
    expect(kept).toMatchObject({ workout: { title: "Long ride" }, chip: { text: "kept" } });
    const chosen = workout({ title: "Recovery spin" });
    const swapped = view({}, { response: "swapped", chosen });
    expect(swapped.workout?.title).toBe("Recovery spin");
    expect(swapped.chip.text).toBe("instead of tempo");
  });
  it("lists the exercises of strength with their sets", () => {
    const exercise = {
      name: "Split squat",
      sets: 3,
      repetitions: [8, 10],
      isPerSide: true,
    } as const;
    const plank = { name: "Plank", sets: 3, holdS: 40 };
    const steps = [exercise, plank].map((one) => ({ ...step("work", 5), exercise: one }));
    const strength = view({ workout: workout({ sport: "strength", steps }) }).workout;
    expect(strength?.exercises).toEqual(["Split squat · 3 × 8–10 a side", "Plank · 3 × 40 s"]);
    expect(strength?.line).toBe("Strength · 2 exercises, 3 × each");
  });
});

describe("prepareChoices", () => {
  const eve = { day: addDays(today, -1), load: 40, fitness: 50, fatigue: 60, form: -8 };
  const choices = (input: RecommendationInput, loads = [eve]) =>
    prepareChoices(
      { recommendation: recommendWorkout(input), workoutInput: input },
      loads,
      today,
      "metric",
    );

  it("says what each answer makes of tomorrow's form, before it is given", () => {
    const { accepted, skipped, swaps } = choices(TRAINED);
    expect(skipped).toEqual({ tomorrow: "−3", raceDay: null });
    expect(Number(accepted?.tomorrow.replace("−", "-"))).toBeLessThan(-3);
    expect(swaps).toHaveLength(3);
    for (const { effect, key } of swaps) {
      expect(effect?.tomorrow).toMatch(/^[−+]?\d+$/);
      expect(key).toMatch(/^[a-z0-9-]+:\d+$/);
    }
  });
  it("adds race day where there is one, and says nothing without a history", () => {
    const season = { phase: "build", daysToRace: 40, daysSinceRace: null } as const;
    expect(choices({ ...TRAINED, season }).accepted?.raceDay).toMatch(/^[−+]?\d+$/);
    expect(choices(TRAINED, []).accepted).toBeNull();
  });
  it("offers no swaps for a morning of an earlier formula", () => {
    const recommendation = { ...recommendWorkout(TRAINED), formula: "PLN-1W@1" };
    const old = { recommendation, workoutInput: TRAINED };
    expect(prepareChoices(old, [eve], today, "metric").swaps).toEqual([]);
  });
});

describe("mainSet and formatTarget", () => {
  it("describes one long effort without counting it", () => {
    expect(mainSet(workout({ steps: [step("steady", 90)] }), "metric")).toBe(
      "1\u00a0h\u00a030 at 205–220 W",
    );
  });
  it("tells the parts of a progression one after the other", () => {
    const parts = [step("steady", 40), step("steady", 15)];
    expect(mainSet(workout({ steps: parts }), "metric")).toBe(
      "40\u00a0min at 205–220 W, then 15\u00a0min at 205–220 W",
    );
  });
  it("counts efforts that differ, and has nothing to say of none", () => {
    const pyramid = [step("work", 2), step("work", 4), step("work", 2)];
    expect(mainSet(workout({ steps: pyramid }), "metric")).toBe("3 efforts");
    expect(mainSet(workout({ steps: [step("warmup", 20)] }), "metric")).toBeNull();
  });
  it("writes paces with the faster end first, in the athlete's unit", () => {
    const pace = { kind: "speed", low: 1000 / 300, high: 1000 / 280, zone: 3 } as const;
    expect(formatTarget(pace, "running", "metric")).toBe("4:40–5:00 /km");
    expect(formatTarget(pace, "running", "imperial")).toBe("7:31–8:03 /mi");
  });
  it("knows a single end, an effort and no target", () => {
    expect(
      formatTarget({ kind: "heart_rate", low: null, high: 140, zone: 2 }, "running", "metric"),
    ).toBe("140 bpm");
    expect(formatTarget({ kind: "rpe", low: 3, high: 4, zone: 2 }, "strength", "metric")).toBe(
      "RPE 3–4",
    );
    expect(
      formatTarget({ kind: "open", low: null, high: null, zone: 1 }, "running", "metric"),
    ).toBeNull();
  });
});

describe("prepareWeek", () => {
  const ride = { day: today, sport: "cycling", timerS: 3600, load: 60 } as const;
  const run = { day: localDate("2026-11-17"), sport: "running", timerS: 2880, load: 30 } as const;
  it("starts on the athlete's first weekday and leaves out what lies before", () => {
    const before = { ...ride, day: localDate("2026-11-15") };
    const week = prepareWeek([before, run, ride], today, 1);
    expect(week.days.map((day) => day.weekday)).toEqual([
      "Mon",
      "Tue",
      "Wed",
      "Thu",
      "Fri",
      "Sat",
      "Sun",
    ]);
    expect(week.load).toBe("90");
    expect(week.duration).toBe("1\u00a0h\u00a048");
    expect(prepareWeek([before, run, ride], today, 7).load).toBe("150");
  });
  it("tells rest from what is still ahead", () => {
    const days = prepareWeek([run], today, 1).days;
    expect(days[0]).toMatchObject({ word: "Rest", sport: null });
    expect(days[1]?.spoken).toBe("Tuesday 17 November: run, 48\u00a0min, load 30");
    expect(days[5]?.spoken).toBe("Saturday 21 November: nothing yet");
    expect(days[6]?.isAhead).toBe(true);
    expect(days[6]?.word).toBe("");
  });
  it("adds two sessions of a day under the name of the longer", () => {
    const days = prepareWeek([ride, { ...run, day: today }], today, 1).days;
    expect(days[5]).toMatchObject({ sport: "cycling", length: "1:48", barPercent: 100 });
  });
});

describe("prepareFormStrip", () => {
  const series = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      day: addDays(today, i - count + 1),
      fitness: 52 + (i * 6) / 42,
      form: -7,
    }));
  it("shows six weeks, this morning and the change", () => {
    const strip = prepareFormStrip(series(90), addDays(today, -300), today);
    expect(strip?.form).toHaveLength(42);
    expect(strip).toMatchObject({ formToday: "−7", when: "today", trend: "+6 in 6 weeks" });
  });
  it("counts the days while it builds", () => {
    expect(prepareFormStrip(series(10), addDays(today, -9), today)?.trend).toBe(
      "building, day 10 of 42",
    );
  });
  it("names the day when today is not worked out, and shows nothing without a series", () => {
    expect(prepareFormStrip(series(60).slice(0, -1), addDays(today, -59), today)?.when).toBe(
      "Fri 20 Nov",
    );
    expect(prepareFormStrip([], null, today)).toBeNull();
  });
});

describe("prepareNormal", () => {
  const night = (back: number, hrv: number | null) => ({
    day: addDays(today, -back),
    hrvRmssdMs: hrv,
    restingHrBpm: null,
    sleepS: 27_000,
    stressAvg: 30,
  });
  it("holds last night against the nights before it", () => {
    const nights = Array.from({ length: 40 }, (_, i) => night(i, i === 0 ? 40 : 58 + (i % 5)));
    const hrv = prepareNormal(nights, today)[0];
    expect(hrv).toMatchObject({ value: "40", unit: "ms", word: "below range" });
    expect(hrv?.range?.low).toBeGreaterThan(55);
  });
  it("keeps a night without data as a gap and says what is missing", () => {
    const rows = prepareNormal([night(0, null), night(2, 60)], today);
    expect(rows[0]).toMatchObject({ value: "–", word: "not in yet", range: null });
    expect(rows[0]?.values.slice(-3)).toEqual([60, null, null]);
    expect(rows[2]).toMatchObject({ value: "7\u00a0h\u00a030", word: "night 2 of 14" });
  });
});

describe("freshnessLine", () => {
  const morning = {
    computedAt: new Date("2026-11-21T05:04:00Z"),
    recovery: recovery([contribution("hrv", { score: null, value: null }), contribution("sleep")]),
  };
  it("says when, of what, and what is not in", () => {
    const at = new Date("2026-11-21T05:11:00Z");
    expect(freshnessLine(morning, at, "Europe/Berlin")).toEqual({
      short: "Updated 06:04",
      rest: " from sleep; check-in 06:11. HRV not in yet",
      note: null,
    });
    const { rest } = freshnessLine(morning, at, "Europe/Berlin", "HRV is not in yet.");
    expect(rest, "not twice").toBe(" from sleep; check-in 06:11");
  });
  it("waits for no HRV that the device never gives", () => {
    const sdnn = contribution("hrv", {
      ...{ score: null, value: null, reasonCode: "rmssd_missing_sdnn_available" },
    });
    const { rest } = freshnessLine(
      { ...morning, recovery: recovery([sdnn, contribution("sleep")]) },
      null,
      "Europe/Berlin",
    );
    expect(rest).toBe(" from sleep");
  });
});

describe("small words", () => {
  it("counts down to the next race", () => {
    const race = { kind: "race", title: "Hamburg", fromDay: today, toDay: today } as const;
    expect(raceCountdown([race], () => 28)).toBe("28 days to Hamburg");
    expect(raceCountdown([race], () => 1)).toBe("Hamburg tomorrow");
    expect(raceCountdown([race], () => 0)).toBe("Hamburg today");
    expect(raceCountdown([race], () => -1)).toBeNull();
  });
  it("takes the median of the known nights, from a week of them on", () => {
    const nights = [7, 8, 6, 7, 9, 7].map((h) => ({ sleepS: h * 3600 }));
    expect(usualSleep([...nights, { sleepS: null }])).toBeNull();
    expect(usualSleep([...nights, { sleepS: 10 * 3600 }])).toBe(7 * 3600);
  });
});
