import { describe, expect, it } from "vitest";
import { decided } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { recommendWorkout } from "./recommend-workout";
import type { RecentVolume, RecommendationInput, TrainedSport } from "./recommendation-input";

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
});
