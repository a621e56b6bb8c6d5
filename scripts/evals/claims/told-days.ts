/** Mornings and activities as rules tell them, with the facts that a model is given of each. */
import { addDays } from "@/lib/dates/local-date";
import { activityDebrief } from "@/lib/training/briefing/activity-debrief";
import { dailyBriefing } from "@/lib/training/briefing/daily-briefing";
import type { DebriefInput } from "@/lib/training/briefing/debrief-input";
import type { Finding } from "@/lib/training/insights/finding";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";
import { recoveryScore } from "@/lib/training/recovery/recovery-score";
import type { Decision } from "@/lib/training/recovery/recovery-types";
import { sessionExecution } from "@/lib/training/track-record/session-execution";
import { DAY, healthyInput, setLast } from "@/tests/support/detector-input";
import { factsOfInput, type Told } from "./every-detector";

/** Under which name there are other words for it. */
export type ToldDay = Told & { readonly kind: string };

type Morning = {
  readonly kind: string;
  readonly decision: Decision;
  readonly hrvMs: number;
  readonly restingHrBpm: number;
  readonly sleepS: number;
  readonly loadYesterday: number;
  readonly form: number;
  readonly workout: RecommendedWorkout | null;
};

const work = (
  title: string,
  sport: RecommendedWorkout["sport"],
  intensity: RecommendedWorkout["intensity"],
  [minutes, load]: readonly [number, number],
): RecommendedWorkout => ({
  ...{ templateId: "t", title, sport, intensity, durationS: minutes * 60, load, steps: [] },
  purpose: "It keeps the legs used to the work.",
});

const MORNINGS: readonly Morning[] = [
  {
    ...{ kind: "briefing-go", decision: "go", hrvMs: 69, restingHrBpm: 46, sleepS: 27_900 },
    ...{ loadYesterday: 58, form: -9, workout: work("Easy run", "running", "easy", [50, 43]) },
  },
  {
    ...{ kind: "briefing-go", decision: "go", hrvMs: 67, restingHrBpm: 45, sleepS: 29_400 },
    ...{ loadYesterday: 31, form: 3, workout: work("Steady run", "running", "moderate", [65, 71]) },
  },
  {
    ...{ kind: "briefing-ease", decision: "ease", hrvMs: 52, restingHrBpm: 53, sleepS: 19_800 },
    ...{ loadYesterday: 124, form: -24, workout: work("Easy spin", "cycling", "easy", [35, 22]) },
  },
  {
    ...{ kind: "briefing-ease", decision: "ease", hrvMs: 54, restingHrBpm: 51, sleepS: 20_460 },
    ...{ loadYesterday: 97, form: -17, workout: work("Easy run", "running", "easy", [30, 27]) },
  },
  {
    ...{ kind: "briefing-rest", decision: "rest", hrvMs: 45, restingHrBpm: 57, sleepS: 18_600 },
    ...{ loadYesterday: 152, form: -36, workout: null },
  },
  {
    ...{ kind: "briefing-hard", decision: "go", hrvMs: 71, restingHrBpm: 44, sleepS: 30_000 },
    ...{ loadYesterday: 12, form: 12 },
    workout: work("Threshold intervals", "cycling", "hard", [75, 92]),
  },
];

function toldMorning({ kind, decision, workout, ...night }: Morning): ToldDay {
  const { hrvMs, restingHrBpm, sleepS, loadYesterday, form } = night;
  const input = healthyInput((c) => {
    setLast(c.hrvMs, 1, () => hrvMs);
    setLast(c.restingHrBpm, 1, () => restingHrBpm);
    setLast(c.sleepS, 1, () => sleepS);
    setLast(c.load, 1, () => loadYesterday, 1);
  });
  const fitness = Math.round(input.daily.fitness.at(-1) ?? 0);
  const daily = { ...input.daily, form: input.daily.form.with(-1, form) };
  const recovery = recoveryScore({
    ...{ hrvMs, restingHrBpm, sleepS, sleepQuality: null, stressAvg: null },
    ...{ hrvBaseline: { mean: 60.4, days: 7 }, restingHrBaseline: { mean: 48.2, days: 7 } },
    startOfDayAcwr: 1,
  });
  const finding = dailyBriefing({
    ...{ day: DAY, recovery, workout, load: { fitness, fatigue: fitness - form, form } },
    decision: {
      ...{ decision, rule: "P", modification: decision === "ease" ? "both" : "none" },
      ...{ signals: [], path: [], reasons: [], formula: "RDY-S11@1" },
    },
  });
  return { kind, finding, facts: factsOfInput({ ...input, daily }, [finding]) };
}

type Session = Pick<DebriefInput, "plan" | "usualLoad" | "bests"> & {
  readonly kind: string;
  readonly sport: "cycling" | "running" | "swimming";
  readonly timerS: number;
  readonly load: number;
  readonly zonesS: readonly [number, number, number];
  readonly decouplingPct: number | null;
  /** Felt and expected. */
  readonly rpe: readonly [number, number] | null;
  /** Now and usually. */
  readonly efficiency: readonly [number, number] | null;
  readonly form: number;
};

const NO_PLAN = { plan: null, bests: [] } as const;
const SESSIONS: readonly Session[] = [
  {
    ...{ kind: "debrief-hard-ride", sport: "cycling", timerS: 5340, load: 118, usualLoad: 64 },
    ...{ plan: { steps: 5, done: 4, inRange: 0.87 }, bests: [], zonesS: [2200, 1600, 1540] },
    ...{ decouplingPct: 7.1, rpe: [8, 5], efficiency: [1.5, 1.5], form: -21 },
  },
  {
    ...{ kind: "debrief-hard-ride", sport: "cycling", timerS: 7080, load: 143, usualLoad: 72 },
    ...{ plan: { steps: 6, done: 5, inRange: 0.78 }, bests: [], zonesS: [3500, 2300, 1280] },
    ...{ decouplingPct: 9.4, rpe: [9, 6], efficiency: [1.5, 1.5], form: -28 },
  },
  {
    ...{ kind: "debrief-easy-run", sport: "running", timerS: 2880, load: 41, usualLoad: 43 },
    ...{ ...NO_PLAN, zonesS: [2680, 200, 0], decouplingPct: 3.2 },
    ...{ rpe: [3, 4], efficiency: [1.61, 1.5], form: -8 },
  },
  {
    ...{ kind: "debrief-best-ride", sport: "cycling", timerS: 6240, load: 121, usualLoad: 66 },
    ...{ plan: null, zonesS: [2900, 1700, 1640], decouplingPct: null, rpe: null },
    ...{ efficiency: null, form: -16 },
    bests: [
      {
        ...{ sport: "cycling", span: { value: 1200, unit: "s" }, unit: "W", value: 262 },
        ...{ before: 255, day: DAY, beforeDay: addDays(DAY, -81), activityId: "a" },
      },
    ],
  },
  {
    ...{ kind: "debrief-swim", sport: "swimming", timerS: 2280, load: 37, usualLoad: null },
    ...{ ...NO_PLAN, zonesS: [0, 0, 0], decouplingPct: null, rpe: null },
    ...{ efficiency: null, form: 4 },
  },
];

function toldActivity({ kind, sport, zonesS, rpe, efficiency, form, ...rest }: Session): ToldDay {
  const { timerS, load, decouplingPct, plan, usualLoad, bests } = rest;
  const held = (pair: readonly [number, number] | null) =>
    pair && { value: pair[0], against: pair[1] };
  const seconds = [0, ...zonesS];
  const finding: Finding = activityDebrief({
    activity: {
      ...{ id: "a", day: DAY, title: "x", sport, timerS, load, rpe: rpe?.[0] ?? null },
      ...{ avgPowerW: null, avgSpeedMps: null, efficiencyFactor: null, decouplingPct },
      timeInZone: { heartRate: { boundaries: [1, 2, 3], seconds, unit: "bpm", formula: "Z" } },
    },
    execution: sessionExecution({
      ...{ completion: null, target: null, decoupling: null },
      ...{ rpe: held(rpe), efficiency: held(efficiency) },
    }),
    ...{ plan, usualLoad, bests, after: { fitness: 60, fatigue: 60 - form } },
  });
  return { kind, finding, facts: factsOfInput(healthyInput(), [finding]) };
}

export function toldDays(): ToldDay[] {
  return [...MORNINGS.map(toldMorning), ...SESSIONS.map(toldActivity)];
}
