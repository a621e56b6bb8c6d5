/** Mornings of invented athletes, as the facts object tells them. */
import type { Facts } from "@/lib/assistant/facts-types";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";

export type Numbers = {
  readonly day: string;
  readonly rhr: number;
  readonly rhrMean: number;
  readonly hrv: number;
  readonly hrvMean: number;
  readonly hrvLow: number;
  readonly hrvHigh: number;
  readonly sleepMin: number;
  readonly sleepMeanMin: number;
  readonly debtMin: number;
  readonly score: number;
  readonly form: number;
  readonly fitness: number;
  readonly fatigue: number;
  readonly weekLoad: number;
  readonly lastWeekLoad: number;
  readonly loadChangePct: number;
  readonly yesterdayLoad: number;
  readonly ratio: number;
  readonly monotony: number;
  readonly ftp: number;
  readonly paceS: number;
  readonly weightKg: number;
  readonly hard: number;
  readonly sinceHard: number;
  readonly easyPct: number;
  readonly weekKm: number;
  readonly weekMin: number;
  readonly workoutMin: number;
  readonly raceDays: number;
};

/** Strained, rested, and in between; each with numbers that cannot be taken for one another. */
export const SCENARIOS: readonly Numbers[] = [
  {
    ...{ day: "2026-11-22", rhr: 54, rhrMean: 49, hrv: 43, hrvMean: 51, hrvLow: 47, hrvHigh: 63 },
    ...{ sleepMin: 340, sleepMeanMin: 395, debtMin: 265, score: 38, form: -18, fitness: 66 },
    ...{ fatigue: 84, weekLoad: 612, lastWeekLoad: 470, loadChangePct: 30, yesterdayLoad: 121 },
    ...{ ratio: 1.42, monotony: 2.31, ftp: 255, paceS: 275, weightKg: 70.5, hard: 4, sinceHard: 2 },
    ...{ easyPct: 72, weekKm: 84.3, weekMin: 517, workoutMin: 45, raceDays: 27 },
  },
  {
    ...{ day: "2026-07-08", rhr: 41, rhrMean: 44, hrv: 88, hrvMean: 76, hrvLow: 68, hrvHigh: 92 },
    ...{ sleepMin: 492, sleepMeanMin: 465, debtMin: 35, score: 94, form: 12, fitness: 101 },
    ...{ fatigue: 57, weekLoad: 1240, lastWeekLoad: 1590, loadChangePct: -22, yesterdayLoad: 33 },
    ...{ ratio: 0.83, monotony: 1.17, ftp: 312, paceS: 238, weightKg: 62.3, hard: 3, sinceHard: 5 },
    ...{ easyPct: 86, weekKm: 147.8, weekMin: 709, workoutMin: 110, raceDays: 18 },
  },
  {
    ...{ day: "2026-03-02", rhr: 62, rhrMean: 58, hrv: 27, hrvMean: 31, hrvLow: 24, hrvHigh: 37 },
    ...{ sleepMin: 401, sleepMeanMin: 428, debtMin: 152, score: 67, form: -6, fitness: 35 },
    ...{ fatigue: 42, weekLoad: 288, lastWeekLoad: 253, loadChangePct: 14, yesterdayLoad: 76 },
    ...{ ratio: 1.16, monotony: 1.58, ftp: 198, paceS: 341, weightKg: 83.9, hard: 2, sinceHard: 3 },
    ...{ easyPct: 91, weekKm: 29.4, weekMin: 223, workoutMin: 50, raceDays: 64 },
  },
  {
    ...{ day: "2026-12-31", rhr: 47, rhrMean: 52, hrv: 69, hrvMean: 58, hrvLow: 53, hrvHigh: 66 },
    ...{ sleepMin: 455, sleepMeanMin: 418, debtMin: 85, score: 81, form: 23, fitness: 74 },
    ...{ fatigue: 39, weekLoad: 341, lastWeekLoad: 553, loadChangePct: -38, yesterdayLoad: 18 },
    ...{ ratio: 0.64, monotony: 0.92, ftp: 276, paceS: 259, weightKg: 77.2, hard: 6, sinceHard: 8 },
    ...{ easyPct: 64, weekKm: 43.6, weekMin: 308, workoutMin: 95, raceDays: 11 },
  },
];

export function factsOf(n: Numbers): Facts {
  const today = localDate(n.day);
  const facts = factMaker(today);
  return {
    day: today,
    athlete: { ageYears: 38, sex: null, mainSport: "running", units: "metric" },
    today: {
      decision: n.score < 50 ? "rest" : "go",
      band: null,
      confidence: "solid",
      workout: { title: "Easy run", sport: "running", intensity: "easy" },
    },
    facts: [
      facts("resting-hr.last", "Resting heart rate, last night", n.rhr, "bpm", 0),
      facts("resting-hr.mean-28", "Resting heart rate, mean of 28 nights", n.rhrMean, "bpm", 27),
      facts(
        "resting-hr.change",
        "Resting heart rate, change against the mean of 28 nights",
        n.rhr - n.rhrMean,
        "bpm",
        0,
      ),
      facts("hrv.last", "HRV, last night", n.hrv, "ms", 0),
      facts("hrv.mean-7", "HRV, mean of seven nights", n.hrvMean, "ms", 6),
      facts("hrv.low", "HRV, low end of your normal range", n.hrvLow, "ms", 59),
      facts("hrv.high", "HRV, high end of your normal range", n.hrvHigh, "ms", 59),
      facts("sleep.last", "Sleep, last night", n.sleepMin * 60, "s", 0),
      facts("sleep.mean-7", "Sleep, mean of seven nights", n.sleepMeanMin * 60, "s", 6),
      facts("sleep-debt.14", "Sleep debt over 14 nights", n.debtMin * 60, "s", 13),
      facts("recovery.score", "Recovery score", n.score, "score", 0),
      facts("form.today", "Form this morning", n.form, "load", 0),
      facts("fitness.today", "Fitness", n.fitness, "load", 0),
      facts("fatigue.today", "Fatigue", n.fatigue, "load", 0),
      facts("load.week", "Training load of the last seven days", n.weekLoad, "load", 6),
      facts("load.week-before", "Training load of the week before", n.lastWeekLoad, "load", 6, 7),
      facts(
        "load.change-week",
        "Training load, change on the week before",
        n.loadChangePct,
        "percent",
        6,
      ),
      facts("load.yesterday", "Training load of yesterday", n.yesterdayLoad, "load", 0, 1),
      facts("load-ratio.today", "Load ratio", n.ratio, "ratio", 27),
      facts("monotony.week", "Monotony of the week", n.monotony, "ratio", 6),
      facts("ftp.current", "FTP", n.ftp, "W", 0),
      facts("threshold-pace.current", "Threshold pace", 1000 / n.paceS, "m/s", 0),
      facts("weight.last", "Weight", n.weightKg, "kg", 0),
      facts("hard-sessions.week", "Hard sessions in seven days", n.hard, "count", 6),
      facts("since-hard.today", "Days since the last hard session", n.sinceHard, "days", 0),
      facts(
        "easy-share.week",
        "Easy time, share of the training time",
        n.easyPct / 100,
        "share",
        6,
      ),
      facts("distance.week", "Distance of the last seven days", n.weekKm * 1000, "m", 6),
      facts("duration.week", "Training time of the last seven days", n.weekMin * 60, "s", 6),
      facts("workout.duration", "Today's workout, duration", n.workoutMin * 60, "s", 0),
      facts("race.days", "Days to the race", n.raceDays, "days", 0),
    ],
    findings: [],
    events: [],
    memory: [],
    missing: [],
    origins: {},
  };
}

function factMaker(today: LocalDate) {
  return (
    id: string,
    label: string,
    value: number,
    unit: FactUnit,
    daysBefore: number,
    endsBefore = 0,
  ): Fact => {
    const toDay = addDays(today, -endsBefore);
    return { id, label, value, unit, fromDay: addDays(toDay, -daysBefore), toDay };
  };
}
