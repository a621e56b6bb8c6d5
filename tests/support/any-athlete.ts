import fc from "fast-check";
import { addDays, localDate } from "@/lib/dates/local-date";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import type { RaceGoal } from "@/lib/training/plan/race-goal";
import { RACE_PRIORITIES, RACE_SPORTS } from "@/lib/training/plan/race-priority";
import type {
  DayEvents,
  LoadState,
  RecentVolume,
  RecommendationInput,
  TrainedSport,
} from "@/lib/training/plan/recommendation-input";
import { type Season, seasonPhase } from "@/lib/training/plan/season-phase";
import { ENDURANCE_SPORTS } from "@/lib/training/plan/template-types";
import type { Decision, ReadinessDecision } from "@/lib/training/recovery/recovery-types";
import { NOTHING_SET } from "./nothing-set";

export const KNOWN: AthleteSettings = {
  sex: "f",
  gradedPaceModel: "observed",
  weightKg: 60,
  ftpW: 250,
  thresholdHeartRateBpm: 170,
  maxHeartRateBpm: 190,
  restingHeartRateBpm: 50,
  thresholdSpeedMps: 4,
  criticalSwimSpeedMps: 1.2,
};

export function decided(
  decision: Decision,
  modification: ReadinessDecision["modification"] = "none",
): ReadinessDecision {
  const reasons = decision === "go" ? [] : ["5 h 10 of sleep.", "Form −22 this morning."];
  return { decision, modification, reasons, rule: "X", signals: [], path: [], formula: "X@1" };
}

const anyDecision = fc
  .tuple(
    fc.constantFrom<Decision>("go", "go", "ease", "rest"),
    fc.constantFrom("volume" as const, "intensity" as const, "both" as const),
  )
  .map(([decision, cut]) => decided(decision, decision === "go" ? "none" : cut));

const anyVolume: fc.Arbitrary<RecentVolume> = fc
  .record({
    sessions28: fc.integer({ min: 0, max: 30 }),
    typical: fc.integer({ min: 600, max: 14_400 }),
    longestOver: fc.double({ min: 1, max: 3, noNaN: true }),
    daysSinceLong: fc.option(fc.integer({ min: 0, max: 30 })),
    daysSinceLast: fc.integer({ min: 1, max: 27 }),
    daysSinceHard: fc.option(fc.integer({ min: 1, max: 27 })),
    ramp: fc.option(fc.double({ min: -10, max: 12, noNaN: true })),
    threeZonesS: fc.option(
      fc.tuple(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 60_000 }),
      ),
    ),
    usualStartMinute: fc.option(fc.integer({ min: 240, max: 1320 })),
    week: fc.record({
      doneS: fc.integer({ min: 0, max: 40_000 }),
      beforeS: fc.integer({ min: 0, max: 40_000 }),
    }),
  })
  .map(({ typical, longestOver, daysSinceLast, ...volume }) => {
    const hasTrained = volume.sessions28 > 0;
    return {
      ...volume,
      typicalDurationS: hasTrained ? typical : null,
      longestDurationS: hasTrained ? typical * longestOver : null,
      weeklyDurationS: (typical * volume.sessions28) / 4,
      daysSinceLast: hasTrained ? daysSinceLast : null,
    };
  });

const anySports = fc
  .tuple(
    fc.shuffledSubarray([...ENDURANCE_SPORTS], { minLength: 1 }),
    fc.array(anyVolume, { minLength: 3, maxLength: 3 }),
    fc.constantFrom(KNOWN, NOTHING_SET, { ...NOTHING_SET, thresholdHeartRateBpm: 165 }),
  )
  .map(([sports, volumes, settings]) =>
    sports.map((sport, i) => ({ sport, volume: volumes[i] as RecentVolume, settings })),
  ) as fc.Arbitrary<[TrainedSport, ...TrainedSport[]]>;

const anySeason: fc.Arbitrary<Season> = fc.oneof(
  fc.constant<Season>({ phase: "base", daysToRace: null, daysSinceRace: null }),
  fc
    .tuple(fc.integer({ min: 0, max: 83 }), fc.constantFrom(...RACE_PRIORITIES))
    .map(([daysAhead, priority]) => {
      const day = localDate("2026-05-09");
      return seasonPhase(day, [{ day: addDays(day, daysAhead), priority }]);
    }),
  fc.integer({ min: 0, max: 83 }).map((daysToRace): Season => {
    const phase =
      daysToRace <= 6
        ? "race_week"
        : daysToRace <= 13
          ? "taper"
          : daysToRace <= 20
            ? "peak"
            : "build";
    return { phase, daysToRace, daysSinceRace: null };
  }),
  fc
    .integer({ min: 1, max: 7 })
    .map((daysSinceRace): Season => ({ phase: "recovery", daysToRace: null, daysSinceRace })),
);

const anyGoal: fc.Arbitrary<RaceGoal> = fc.record({
  sport: fc.constantFrom(...RACE_SPORTS),
  distanceM: fc.option(fc.integer({ min: 400, max: 250_000 })),
  daysToRace: fc.integer({ min: 0, max: 83 }),
});

const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

const anyEvents: fc.Arbitrary<DayEvents> = fc.record({
  isIll: rarely,
  easyDaysLeft: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 14 })),
  isInjured: rarely,
  forbidden: fc.subarray<Sport>(["running", "cycling", "swimming", "strength"]),
  isTravelDay: rarely,
});

const anyLoad: fc.Arbitrary<LoadState> = fc
  .record({
    ctl: fc.double({ min: 0, max: 150, noNaN: true }),
    atl: fc.double({ min: 0, max: 250, noNaN: true }),
    ramp: fc.double({ min: -15, max: 12, noNaN: true }),
  })
  .map(({ ctl, atl, ramp }) => ({ ctl, atl, ctlWeekAgo: Math.max(0, ctl - ramp) }));

const anyInput = fc.record({
  decision: anyDecision,
  recovery: fc.constant(null),
  sports: anySports,
  tsb: fc.option(fc.integer({ min: -50, max: 30 })),
  load: fc.option(anyLoad),
  hardSessionsHoursAgo: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 4 }),
  usualStartMinute: fc.option(fc.integer({ min: 240, max: 1320 })),
  daysSinceStrength: fc.option(fc.integer({ min: 0, max: 20 })),
  daysOff: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 7, max: 60 })),
  season: anySeason,
  goal: fc.option(anyGoal),
  events: anyEvents,
  availableS: fc.option(fc.integer({ min: 0, max: 20_000 })),
  heat: fc.option(
    fc.record({
      temperatureC: fc.double({ min: -10, max: 42, noNaN: true }),
      daysAgo: fc.integer({ min: 1, max: 7 }),
    }),
  ),
  daysSinceBrick: fc.option(fc.integer({ min: 1, max: 30 })),
  daylight: fc.option(fc.constant({ sunriseMinute: 470, sunsetMinute: 970 })),
  dayNumber: fc.integer({ min: 15_000, max: 30_000 }),
});

/** Athletes of every kind on mornings of every kind. */
export const anyAthlete: fc.Arbitrary<RecommendationInput> = anyInput;
