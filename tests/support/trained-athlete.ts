import type { RecommendationInput, TrainedSport } from "@/lib/training/plan/recommendation-input";
import { decided, KNOWN } from "./any-athlete";

/** A runner who has trained four times a week and feels well. */
export const RUNNER: TrainedSport = {
  sport: "running",
  volume: {
    sessions28: 16,
    typicalDurationS: 3600,
    longestDurationS: 5400,
    weeklyDurationS: 14_400,
    daysSinceLong: 3,
    daysSinceLast: 1,
    daysSinceHard: 3,
    ramp: 2,
    threeZonesS: null,
  },
  settings: KNOWN,
};

export const TRAINED: RecommendationInput = {
  decision: decided("go"),
  recovery: null,
  sports: [RUNNER],
  tsb: 0,
  load: { ctl: 50, atl: 50, ctlWeekAgo: 48 },
  hardSessionsHoursAgo: [72],
  daysSinceStrength: null,
  daysOff: 0,
  season: { phase: "base", daysToRace: null, daysSinceRace: null },
  events: { isIll: false, easyDaysLeft: 0, isInjured: false, isTravelDay: false },
  availableS: null,
  daylight: null,
  dayNumber: 20_000,
};
