import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import { anyAthlete } from "@/tests/support/any-athlete";
import { RUNNER, TRAINED } from "@/tests/support/trained-athlete";
import { chooseWorkoutKind } from "./choose-workout-kind";
import { goalLength, type RaceGoal, raceGoal } from "./race-goal";
import type { Race } from "./race-priority";
import { intendedWorkout, recommendWorkout } from "./recommend-workout";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";

const DAY = localDate("2026-05-09");
const race = (days: number, more: Partial<Race> = {}): Race => ({
  ...{ day: addDays(DAY, days), priority: "A", sport: "running", distanceM: 42_195, ...more },
});
const MARATHON: RaceGoal = { sport: "running", distanceM: 42_195, daysToRace: 40 };
const SWIM: RaceGoal = { sport: "swimming", distanceM: 3800, daysToRace: 40 };
const BUILD = { phase: "build", daysToRace: 40, daysSinceRace: null } as const;
const trained = (sport: TrainedSport["sport"], sessions28 = 16, daysSinceLast = 2) => ({
  ...{ ...RUNNER, sport, volume: { ...RUNNER.volume, sessions28, daysSinceLast } },
});

describe("raceGoal", () => {
  it("is the race that counts most, the nearer of two, with a sport that is told", () => {
    expect(raceGoal(DAY, [race(40)])).toEqual(MARATHON);
    expect(raceGoal(DAY, [race(20, { priority: "B", distanceM: 5000 }), race(40)])).toEqual(
      MARATHON,
    );
    expect(raceGoal(DAY, [race(60), race(40)])).toEqual(MARATHON);
    expect(raceGoal(DAY, [race(40, { sport: null }), race(84), race(-1)])).toBeNull();
    expect(raceGoal(DAY, [race(40, { priority: "C" })])).toBeNull();
  });

  it("is short, of a middle length or long by its sport", () => {
    const of = (sport: RaceGoal["sport"], distanceM: number | null) =>
      goalLength({ sport, distanceM, daysToRace: 40 });
    expect([of("running", 5000), of("running", 10_000), of("running", 21_097)]).toEqual([
      ...["short", "middle", "long"],
    ]);
    expect([of("swimming", 400), of("cycling", 20_000), of("triathlon", 113_000)]).toEqual([
      ...["short", "short", "long"],
    ]);
    expect(of("running", null)).toBe("middle");
  });
});

describe("what a race ahead asks for", () => {
  it("brings its sport first, and says so", () => {
    const sports = [trained("cycling"), trained("running")] as const;
    const of = (goal: RaceGoal | null) =>
      recommendWorkout({ ...TRAINED, season: BUILD, sports, goal });
    expect(of(MARATHON).workout?.sport).toBe("running");
    expect(of(MARATHON).rationale).toContain("Running comes first: your race in it is in 40 days.");
    expect(of(null).workout?.sport).toBe("cycling");
    // Also where another one is due a little more, and not where it is due by far.
    const [ride, run] = [trained("cycling", 8, 3), trained("running", 8, 2)] as const;
    const near = recommendWorkout({
      ...TRAINED,
      season: BUILD,
      sports: [ride, run],
      goal: MARATHON,
    });
    expect(near.workout?.sport).toBe("running");
    const late = [trained("cycling", 8, 6), run] as const;
    const far = recommendWorkout({ ...TRAINED, season: BUILD, sports: late, goal: MARATHON });
    expect(far.workout?.sport).toBe("cycling");
    const swimmer = [trained("cycling"), trained("swimming", 1, 9)] as const;
    const swim = recommendWorkout({ ...TRAINED, season: BUILD, sports: swimmer, goal: SWIM });
    expect(swim.workout?.sport).toBe("swimming");
    const swam = [trained("cycling"), trained("swimming", 1, 1)] as const;
    const day = recommendWorkout({ ...TRAINED, season: BUILD, sports: swam, goal: SWIM });
    expect(day.workout?.sport).toBe("cycling");
  });

  it("has the long one before the hard one where the race is long", () => {
    const volume = { ...RUNNER.volume, daysSinceLong: 8, weeklyDurationS: 20_000 };
    const input = { ...TRAINED, season: BUILD, hardSessionsHoursAgo: [] };
    const kind = (goal: RaceGoal | null) =>
      chooseWorkoutKind({ ...input, goal }, { ...RUNNER, volume });
    expect(kind(MARATHON)).toEqual({
      kind: "long",
      why: "The last long session was 8 days ago. A long race is ahead: the long one comes before the hard one.",
    });
    expect(kind(null).kind).not.toBe("long");
    // A race in another sport asks nothing of it.
    expect(kind(SWIM).kind).not.toBe("long");
  });

  it("turns through threshold for a long race, and what lies above it for a short one", () => {
    const kinds = (goal: RaceGoal, phase: "build" | "peak") => {
      const season = { ...BUILD, phase };
      const days = Array.from({ length: 12 }, (_, i) => 20_000 + i);
      return days.map((dayNumber) =>
        chooseWorkoutKind({ ...TRAINED, season, goal, dayNumber }, RUNNER),
      );
    };
    const share = (of: ReturnType<typeof kinds>, kind: string) =>
      of.filter((one) => one.kind === kind).length / of.length;
    const short: RaceGoal = { ...MARATHON, distanceM: 5000 };
    expect(share(kinds(MARATHON, "peak"), "threshold")).toBe(1);
    expect(share(kinds(MARATHON, "build"), "threshold")).toBeCloseTo(2 / 3, 9);
    expect(share(kinds(short, "peak"), "threshold")).toBe(0);
    expect(kinds(short, "peak")[0]?.why).toContain("Your race is short");
    expect(kinds(MARATHON, "build")[0]?.why).toContain("Your race is long");
  });

  it("never brings a sport that is not among the athlete's, and changes nothing where none is told", () => {
    fc.assert(
      fc.property(anyAthlete, (input) => {
        const without: RecommendationInput = { ...input, goal: null };
        const { goal: _, ...absent } = input;
        expect(recommendWorkout(absent)).toEqual(recommendWorkout(without));
        const { trained: chosen } = intendedWorkout(input);
        expect(input.sports).toContain(chosen);
      }),
      { numRuns: 300 },
    );
  });
});
