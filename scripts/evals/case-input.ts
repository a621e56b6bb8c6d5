/** A simulated athlete as the detectors and the morning's ladder see one. */
import type { MorningHistory } from "@/db/queries/morning-history";
import { addDays } from "@/lib/dates/local-date";
import { type DecisionHistory, decisionOn, recoveryOn } from "@/lib/services/morning-answer";
import { dailyColumns } from "@/lib/training/insights/daily-columns";
import type { DetectorInput } from "@/lib/training/insights/detector-input";
import { disagreementsIn } from "@/lib/training/insights/disagreements-in";
import { trainingDays } from "@/lib/training/load/training-days";
import type { Decision } from "@/lib/training/recovery/recovery-types";
import type { DetectorCase } from "./detector-cases";
import { HISTORY_DAYS, type SimulatedDay, simulate, TODAY } from "./simulated-athlete";

const COLUMN_DAYS = 126;
const HOUR_S = 3600;

export function caseInput(given: DetectorCase): {
  input: DetectorInput;
  decision: Decision;
  /** Of the ladder. */
  rule: string;
  /** Last night, in truth. */
  sleptS: number | null;
} {
  const days = simulate(given.seed, given.truthOf, given.population);
  const nights = days.flatMap((one, i) => nightRow(one, HISTORY_DAYS - 1 - i, given));
  const checkIns = days.flatMap(({ day, answer, truth }) =>
    answer === null
      ? []
      : {
          ...{ day, readiness: answer, soreness: answer, mood: answer, stress: answer },
          ...{ hasSymptoms: truth.ill > 0.95, note: null, createdAt: new Date(0) },
        },
  );
  const trained = trainingDays(Float64Array.from(days, ({ load }) => load));
  const loads = trained.map((row, i) => ({ ...row, day: days[i]?.day ?? TODAY, sport: "all" }));
  const events = eventsOf(given);
  const columns = { from: addDays(TODAY, 1 - COLUMN_DAYS), to: TODAY };
  const input: DetectorInput = {
    day: TODAY,
    daily: dailyColumns({ ...columns, trainedTo: addDays(TODAY, -1) }, { nights, checkIns, loads }),
    activities: days.flatMap(sessionsOf),
    ...{ mornings: [], events, thresholds: [], ftp: null },
    bests: given.hasNewBest ? [NEW_BEST] : [],
    disagreements: disagreementsIn(recordsOf(days, given)),
  };
  // Only what the ladder reads: the rest of the rows is of no account to it.
  const profile = { ownWeights: [] };
  const history = {
    profile,
    wellness: nights,
    loads,
    checkIns,
    events,
  } as unknown as MorningHistory;
  const recovered = recoveryOn(history, TODAY);
  const { decision } = decisionOn(history as DecisionHistory, TODAY, recovered);
  const sleptS = days.at(-1)?.night?.sleepS ?? null;
  return { input, decision: decision.decision, rule: decision.rule, sleptS };
}

const NEW_BEST = {
  sport: "running",
  span: { value: 5000, unit: "m" },
  value: 1302,
  before: 1331,
  unit: "s",
  day: addDays(TODAY, -2),
  beforeDay: addDays(TODAY, -120),
  activityId: "best",
} as const;

function nightRow({ day, night }: SimulatedDay, ago: number, { otherDevice }: DetectorCase) {
  if (night === null) return [];
  const isOther = otherDevice !== undefined && ago < otherDevice.nights;
  const source = isOther ? "other:sleep" : "watch:sleep";
  return [
    {
      ...{ day, hrvRmssdMs: night.hrvMs, hrvSource: source, sleepS: night.sleepS },
      restingHrBpm: night.restingHrBpm + (isOther ? otherDevice.higherBpm : 0),
      ...{ respirationBrpm: night.respirationBrpm, weightKg: null, stressAvg: night.stress },
      ...{ sleepScore: null, hrvSdnnMs: null, sources: { restingHrBpm: source } },
    },
  ];
}

function recordsOf(days: readonly SimulatedDay[], { otherDevice }: DetectorCase) {
  if (otherDevice === undefined) return [];
  return days.slice(-otherDevice.nights).flatMap(({ day, night }) =>
    night === null
      ? []
      : [0, otherDevice.higherBpm].map((higher) => ({
          ...{ day, source: higher === 0 ? "watch:sleep" : "other:sleep" },
          fields: { restingHrBpm: night.restingHrBpm + higher },
        })),
  );
}

function sessionsOf(one: SimulatedDay): DetectorInput["activities"] {
  const { day, load, isHard, timerS, efficiency, decouplingPct, truth } = one;
  if (load <= 0 || day === TODAY) return [];
  const zonesS = isHard
    ? ([0.6 * timerS, 0.15 * timerS, 0.25 * timerS] as const)
    : ([0.9 * timerS, 0.1 * timerS, 0] as const);
  const told = {
    id: day,
    day,
    sport: "running",
    load,
    isHard,
    timerS,
    zonesS,
    efficiency,
  } as const;
  return [
    {
      ...told,
      decouplingPct: isHard ? null : decouplingPct,
      utcOffsetS: truth.utcOffsetH * HOUR_S,
    },
  ];
}

function eventsOf({ raceInDays, isBreakLogged }: DetectorCase): DetectorInput["events"] {
  const race = raceInDays === undefined ? null : addDays(TODAY, raceInDays);
  return [
    ...(isBreakLogged
      ? [{ kind: "injury", fromDay: addDays(TODAY, -35), toDay: addDays(TODAY, -8) } as const]
      : []),
    ...(race === null ? [] : [{ kind: "race", fromDay: race, toDay: race } as const]),
  ];
}
