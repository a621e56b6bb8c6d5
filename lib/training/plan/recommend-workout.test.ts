import { describe, expect, it } from "vitest";
import { decided } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { recommendWorkout } from "./recommend-workout";
import type { RecentVolume, RecommendationInput, TrainedSport } from "./recommendation-input";
import { swapAlternatives } from "./swap-alternatives";

const recommend = (changes: Partial<RecommendationInput> = {}) =>
  recommendWorkout({ ...TRAINED, ...changes });

const running = (changes: Partial<RecentVolume>): Pick<RecommendationInput, "sports"> => ({
  sports: [{ ...RUNNER, volume: { ...RUNNER.volume, ...changes } }],
});
const CYCLIST: TrainedSport = {
  ...RUNNER,
  sport: "cycling",
  volume: { ...RUNNER.volume, sessions28: 8, daysSinceLast: 5 },
};

describe("recommendWorkout", () => {
  it("sends a fresh athlete into a hard session, with the reasons first", () => {
    const { workout, original, rationale } = recommend();
    expect(workout?.intensity).toBe("hard");
    expect(original).toBeNull();
    expect(rationale.slice(0, 2)).toEqual([
      "The last hard session was 3 days ago.",
      "Form is 0 this morning.",
    ]);
  });

  it("is the same for the same input", () => {
    expect(recommend()).toEqual(recommend());
  });

  it("says how long ago the last hard session will be", () => {
    const { rationale } = recommend({ hardSessionsHoursAgo: [34.6], usualStartMinute: 390 });
    expect(rationale[0]).toBe(
      "When you usually train, it will be 34 hours since your last hard session; 48 lie between two.",
    );
    const days = (hours: number, usualStartMinute: number) =>
      recommend({ hardSessionsHoursAgo: [hours], usualStartMinute }).rationale[0];
    // From six in the evening on the third day before to six in the morning.
    expect(days(60, 360)).toBe("The last hard session was 3 days ago.");
    expect(days(48, 360)).toBe("The last hard session was 2 days ago.");
  });

  it("lets a hard session begin some hours later, and no later than that", () => {
    const evening = recommend({ hardSessionsHoursAgo: [46.4], usualStartMinute: 1020 });
    expect(evening.workout).toMatchObject({ intensity: "hard", notBeforeMinute: 1120 });
    expect(evening.rationale).toContain(
      "Begin it at 18:40 or later: then 48 hours lie between two hard ones.",
    );
    for (const [hours, usualStartMinute] of [
      [44, 420],
      [46, 1140],
      [47, null],
    ] as const) {
      const { workout } = recommend({ hardSessionsHoursAgo: [hours], usualStartMinute });
      expect(workout?.intensity).not.toBe("hard");
    }
  });

  it("takes a ride in the dark indoors, and tells who runs in the dark", () => {
    const daylight = { sunriseMinute: 470, sunsetMinute: 965 };
    const at = (sport: "cycling" | "running", usualStartMinute: number | null) =>
      recommend({
        daylight,
        sports: [{ ...RUNNER, sport, volume: { ...RUNNER.volume, usualStartMinute } }],
      });
    const ride = at("cycling", 1140);
    expect(ride.workout?.isIndoors).toBe(true);
    expect(ride.rationale).toContain(
      "You usually ride at 19:00, and it is light from 07:50 to 16:05: indoors, or by day.",
    );
    expect(at("cycling", 600).workout?.isIndoors).toBeUndefined();
    expect(at("cycling", null).workout?.isIndoors).toBeUndefined();
    const run = at("running", 360);
    expect(run.workout?.isIndoors).toBeUndefined();
    expect(run.rationale.join(" ")).toContain("where there are lamps, or by day.");
  });

  it.each<[string, Partial<RecommendationInput>]>([
    ["a hard session 47 h ago", { hardSessionsHoursAgo: [47] }],
    ["two hard sessions this week, in base", { hardSessionsHoursAgo: [50, 100] }],
    ["deep fatigue", { tsb: -25 }],
    ["a steep ramp", running({ ramp: 9 })],
    ["little training", running({ sessions28: 3 })],
    ["much time above easy", running({ threeZonesS: [20_000, 8000, 4000] })],
    ["an illness", { events: { ...TRAINED.events, easyDaysLeft: 2 } }],
    ["an injury", { events: { ...TRAINED.events, isInjured: true } }],
    ["a journey", { events: { ...TRAINED.events, isTravelDay: true } }],
    ["a break", { daysOff: 9 }],
    ["a race", { season: { phase: "recovery", daysToRace: null, daysSinceRace: 4 } }],
  ])("asks for nothing hard after %s", (_, changes) => {
    const { workout } = recommend({ hardSessionsHoursAgo: [72], ...changes });
    expect(workout).not.toBeNull();
    expect(workout?.intensity).not.toBe("hard");
  });

  it("allows a third hard session in the week where a race is being built up to", () => {
    const hardSessionsHoursAgo = [50, 100];
    const season = { phase: "build", daysToRace: 50, daysSinceRace: null } as const;
    expect(recommend({ hardSessionsHoursAgo, season }).workout?.intensity).toBe("hard");
  });

  it("forgets hard sessions older than seven days", () => {
    expect(recommend({ hardSessionsHoursAgo: [169, 170, 171] }).workout?.intensity).toBe("hard");
  });

  it("rests when the morning says so, and keeps what it would have been", () => {
    const { workout, original, rationale } = recommend({ decision: decided("rest", "both") });
    expect(workout).toBeNull();
    expect(original?.intensity).toBe("hard");
    expect(rationale.slice(0, 2)).toEqual(["5 h 10 of sleep.", "Form −22 this morning."]);
  });

  it("rests while an illness lasts, whatever the signals say", () => {
    const { workout, rationale } = recommend({ events: { ...TRAINED.events, isIll: true } });
    expect(workout).toBeNull();
    expect(rationale[0]).toBe("You are ill: no training until it is over.");
  });

  it.each(["volume", "intensity", "both"] as const)("eases by cutting %s", (modification) => {
    const { workout, original, rationale } = recommend({ decision: decided("ease", modification) });
    expect(original?.intensity).toBe("hard");
    expect(workout?.load ?? 0).toBeLessThan(original?.load ?? 0);
    expect(rationale[0]).toBe("5 h 10 of sleep.");
    expect(rationale.at(-1)).toContain("became");
    if (modification !== "volume") expect(workout?.intensity).toBe("easy");
    if (modification !== "intensity") {
      expect(workout?.durationS ?? 0).toBeLessThanOrEqual(0.6 * (original?.durationS ?? 0));
    }
  });

  it("lengthens the long run by a tenth at most", () => {
    const volume = { daysSinceLong: 7, longestDurationS: 4200, weeklyDurationS: 20_000 };
    const { workout } = recommend({ hardSessionsHoursAgo: [72, 120], ...running(volume) });
    expect(workout?.templateId).toBe("running-long-run");
    expect(workout?.durationS ?? 0).toBeLessThanOrEqual(4200 * 1.1);
    expect(workout?.durationS ?? 0).toBeGreaterThan(3600);
  });

  it("fills the day after a hard one with strength where the athlete does any", () => {
    const input = { hardSessionsHoursAgo: [26], daysSinceStrength: 4 };
    const { workout } = recommend(input);
    expect(workout?.sport).toBe("strength");
    expect(workout?.steps[1]?.exercise).toMatchObject({ sets: expect.any(Number) });
    expect(recommend({ ...input, daysSinceStrength: null }).workout?.sport).toBe("running");
  });

  it("says so when there is no time for anything that helps", () => {
    const { workout, rationale } = recommend({ availableS: 300 });
    expect(workout).toBeNull();
    expect(rationale.at(-1)).toContain("too short");
  });

  it("gives the day to the sport that is due, and says so", () => {
    const { workout, rationale } = recommend({ sports: [RUNNER, CYCLIST] });
    expect(workout?.sport).toBe("cycling");
    expect(rationale).toContain("Cycling is due: the last ride was 5 days ago.");
  });

  it("gives it, of sports as due, to the one whose hard session is longer ago", () => {
    const due = { sessions28: 14, daysSinceLast: 2 };
    const sports = (running: number, cycling: number): [TrainedSport, TrainedSport] => [
      { ...RUNNER, volume: { ...RUNNER.volume, ...due, daysSinceHard: running } },
      { ...CYCLIST, volume: { ...CYCLIST.volume, ...due, daysSinceHard: cycling } },
    ];
    expect(recommend({ sports: sports(3, 9) }).workout?.sport).toBe("cycling");
    expect(recommend({ sports: sports(9, 3) }).workout?.sport).toBe("running");
  });

  it("keeps an injured runner off the run: another sport, else mobility", () => {
    const events = { ...TRAINED.events, isInjured: true };
    expect(recommend({ events }).workout?.templateId).toMatch(/^mobility-/);
    expect(recommend({ events, sports: [RUNNER, CYCLIST] }).workout?.sport).toBe("cycling");
  });

  it("gives an injury that leaves no sport as the reason, not the sport that would be due", () => {
    const forbidden = ["running", "cycling"] as const;
    const events = { ...TRAINED.events, isInjured: true, forbidden };
    const { workout, rationale } = recommend({ events, sports: [RUNNER, CYCLIST] });
    expect(workout?.templateId).toMatch(/^mobility-/);
    expect(rationale[0]).toMatch(/^You are injured/);
    expect(rationale.join(" ")).not.toContain("is due");
  });

  it("only wakes the legs on the eve of a race and on its day", () => {
    for (const daysToRace of [0, 1]) {
      const season = { phase: "race_week", daysToRace, daysSinceRace: null } as const;
      expect(recommend({ season }).workout?.templateId).toBe("running-openers");
    }
  });

  it("tells how long it is light where that is worth a word", () => {
    const dark = { sunriseMinute: 470, sunsetMinute: 965 };
    expect(recommend({ daylight: dark }).rationale).toContain("It is light from 07:50 to 16:05.");
    const bright = { sunriseMinute: 320, sunsetMinute: 1280 };
    expect(recommend({ daylight: bright }).rationale.join(" ")).not.toContain("light");
  });

  it("has no workout and no swap on a day without training, and says whose doing it is", () => {
    const free = { ...TRAINED, availableS: 0 };
    const recommendation = recommendWorkout(free);
    expect(recommendation.workout).toBeNull();
    expect(recommendation.rationale[0]).toContain("a day without training");
    expect(swapAlternatives(free, recommendation)).toEqual([]);
  });

  it("fits the time of the day, and says so", () => {
    const { workout, rationale } = recommend({ availableS: 47 * 60 });
    expect(workout?.durationS).toBe(45 * 60);
    expect(rationale).toContain("The day leaves 47 minutes for it.");
  });

  it("cuts a session that would make the week grow by more than a tenth, and says so", () => {
    const week = { doneS: 4 * 3600 - 1200, beforeS: 4 * 3600 };
    const { workout, rationale } = recommend(running({ week }));
    expect(workout?.durationS).toBe(2400);
    expect(rationale).toContain("With it the last seven days are a tenth above your usual week.");
  });

  it("offers another sport, else mobility, when the week has enough of one", () => {
    const week = { doneS: 4.5 * 3600, beforeS: 4 * 3600 };
    const alone = recommend(running({ week }));
    expect(alone.workout?.templateId).toMatch(/^mobility-/);
    expect(alone.rationale[0]).toContain("Enough running for seven days");
    const full: TrainedSport = { ...RUNNER, volume: { ...RUNNER.volume, week } };
    expect(recommend({ sports: [full, CYCLIST] }).workout?.sport).toBe("cycling");
  });

  it("calls nothing long that is no longer than usual, and says first what cut it", () => {
    const week = { doneS: 4 * 3600 - 600, beforeS: 4 * 3600 };
    const due = { daysSinceLong: 9, week };
    const { workout, rationale } = recommend({ hardSessionsHoursAgo: [72, 120], ...running(due) });
    expect(workout?.templateId).not.toContain("long");
    expect(workout?.durationS).toBe(1800);
    expect(rationale[0]).toBe("With it the last seven days are a tenth above your usual week.");
  });

  it("keeps an injured swimmer out of the water and lets them run", () => {
    const events = { ...TRAINED.events, isInjured: true, forbidden: ["swimming" as const] };
    const swimmer: TrainedSport = { ...RUNNER, sport: "swimming" };
    expect(recommend({ events, sports: [swimmer, RUNNER] }).workout?.sport).toBe("running");
    expect(recommend({ events, sports: [swimmer] }).workout?.templateId).toMatch(/^mobility-/);
  });

  it("makes a hot day easy and shorter, and a hotter one a swim or a session indoors", () => {
    const hot = recommend({ heat: { temperatureC: 30, daysAgo: 1 } });
    expect(hot.workout).toMatchObject({ intensity: "easy", durationS: 2700 });
    expect(hot.workout?.isIndoors).toBeUndefined();
    expect(hot.rationale[0]).toBe(
      "It was 30 °C at your session yesterday: in such heat nothing hard, and shorter.",
    );
    const heat = { temperatureC: 34, daysAgo: 2 };
    expect(recommend({ heat }).workout).toMatchObject({ sport: "running", isIndoors: true });
    const swimmer: TrainedSport = { ...RUNNER, sport: "swimming" };
    expect(recommend({ heat, sports: [RUNNER, swimmer] }).workout?.sport).toBe("swimming");
  });

  it("makes a triathlete's long ride a brick in the weeks before a race", () => {
    const cyclist: TrainedSport = {
      ...CYCLIST,
      volume: { ...CYCLIST.volume, daysSinceLong: 7, longestDurationS: 9000 },
    };
    const swimmer: TrainedSport = { ...RUNNER, sport: "swimming" };
    const season = { phase: "build", daysToRace: 40, daysSinceRace: null, taper: null } as const;
    const triathlete: Partial<RecommendationInput> = {
      ...{ season, hardSessionsHoursAgo: [72] },
      sports: [cyclist, RUNNER, swimmer],
    };
    const { workout, rationale } = recommend(triathlete);
    expect(workout?.templateId).toMatch(/^cycling-brick/);
    expect(workout?.steps.at(-1)).toMatchObject({ sport: "running", target: { kind: "speed" } });
    expect(rationale.join(" ")).toContain("the race runs off the bike");
    expect(recommend({ ...triathlete, daysSinceBrick: 3 }).workout?.templateId).not.toContain(
      "brick",
    );
    expect(
      recommend({ ...triathlete, sports: [cyclist, RUNNER] }).workout?.templateId,
    ).not.toContain("brick");
  });
});
