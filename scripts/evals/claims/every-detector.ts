/** Inputs that have every detector speak, one at a time, and the facts that a model is given of it. */
import { buildFacts } from "@/lib/assistant/facts";
import type { Facts } from "@/lib/assistant/facts-types";
import { addDays } from "@/lib/dates/local-date";
import type { DetectorInput } from "@/lib/training/insights/detector-input";
import { DETECTOR_ENTRIES } from "@/lib/training/insights/detectors";
import type { Finding } from "@/lib/training/insights/finding";
import { weekFindings } from "@/lib/training/insights/week-findings";
import {
  DAYS,
  daysAgo,
  healthyInput,
  morning,
  session,
  setLast,
} from "@/tests/support/detector-input";

const plus = (by: number) => (value: number | null) => (value === null ? null : value + by);
const hard = (ago: number) => session(ago, { isHard: true, id: `hard-${ago}`, sport: "cycling" });

/** Sport and sizes differ: what is read right of one must be read right of the other. */
type Variant = { readonly sport: "running" | "cycling"; readonly by: number };
const VARIANTS: readonly Variant[] = [
  { sport: "running", by: 0 },
  { sport: "cycling", by: 1 },
];

function inputsOf({ sport, by }: Variant): DetectorInput[] {
  const easy = (ago: number, parts: Parameters<typeof session>[1]) =>
    session(ago, { sport, ...parts });
  return [
    healthyInput((c) => setLast(c.restingHrBpm, 7, plus(4 + 2.3 * by))),
    healthyInput((c) => setLast(c.hrvMs, 12, plus(-9 - by))),
    healthyInput((c) => setLast(c.sleepS, 14, plus(-4000 - 1320 * by))),
    healthyInput((c) => {
      setLast(c.respirationBrpm, 2, plus(2 + by));
      setLast(c.restingHrBpm, 2, plus(7 + by));
      setLast(c.symptoms, 1, () => by);
    }),
    healthyInput((c) => setLast(c.weightKg, 7, plus(-3 - by))),
    healthyInput((c) => setLast(c.feel, 7, () => 2.25 - by / 4)),
    healthyInput((c) => setLast(c.load, 8, (v) => (v ?? 0) * (1.7 + 0.2 * by))),
    healthyInput((c) => setLast(c.load, 15 + 7 * by, (v) => (v ?? 0) + 55)),
    healthyInput((c) => setLast(c.load, 9, () => 68 + by)),
    healthyInput((c) => setLast(c.load, 24 + 6 * by, () => 4)),
    healthyInput((c) => {
      setLast(c.load, 22, (v) => (v ?? 0) * (1.4 + 0.05 * by));
      setLast(c.load, 1, () => 90);
    }),
    healthyInput((c) => setLast(c.load, 70, (v, i) => (v ?? 0) * (1.06 + 0.0042 * (i - 56)))),
    healthyInput((c) => {
      setLast(c.load, 15, () => 165 + 12 * by);
      setLast(c.hrvMs, 7, plus(-9 - by));
      setLast(c.restingHrBpm, 7, plus(6 + by));
    }),
    healthyInput((c) => {
      for (const column of [c.hrvMs, c.restingHrBpm, c.sleepS]) setLast(column, 5 + by, () => null);
    }),
    healthyInput(undefined, {
      activities: [5, 4, 3, 2, ...(by ? [6] : [])].map(hard),
      mornings: [5, 3].map((ago) => morning(ago, { decision: by ? "ease" : "rest" })),
    }),
    healthyInput(undefined, {
      mornings: [12, 10, 8, ...(by ? [6] : [])].map((ago) =>
        morning(ago, {
          response: "accepted",
          workout: { sport, durationS: 3600, intensity: "hard" },
        }),
      ),
    }),
    healthyInput((c) => c.form.push(...Array<number>(DAYS).fill(by ? -17 : 12)), {
      events: [{ kind: "race", fromDay: daysAgo(-3 - by), toDay: daysAgo(-3 - by) }],
    }),
    healthyInput(undefined, {
      activities: [...Array(44).keys()].map((i) =>
        easy(86 - 2 * i, {
          ...{ decouplingPct: i > 29 ? 8.2 + by : 3.4, efficiency: i > 29 ? 1.2 + 0.03 * by : 1.1 },
          ...{ zonesS: [1500 - 60 * by, 1800, 300] as const, id: `run-${i}` },
        }),
      ),
      thresholds: [{ sport, value: 3.8, unit: "m/s", validFrom: daysAgo(120 + by) }],
    }),
    healthyInput(undefined, {
      activities: [20, 10, 2].map((ago) =>
        easy(ago, { utcOffsetS: ago > 5 ? 3600 : 32_400 - 57_600 * by }),
      ),
      disagreements: [6, 5, 4, 3, ...(by ? [2] : [])].map((ago) => ({
        ...{ day: daysAgo(ago), signal: by ? ("hrvMs" as const) : ("sleepS" as const) },
        ...(by ? { low: 40, high: 66 } : { low: 20_000, high: 28_000 }),
      })),
    }),
    healthyInput(undefined, {
      ftp: {
        ...{ ftpW: 250, suggestedW: 270 + by, twentyMinutesW: 284 + by, activityId: "ride" },
        day: daysAgo(3),
      },
    }),
    healthyInput(undefined, {
      bests: [
        by
          ? {
              ...{ sport: "cycling", value: 312, before: 301, unit: "W", activityId: "ride-1" },
              ...{ span: { value: 1200, unit: "s" }, day: daysAgo(2), beforeDay: daysAgo(80) },
            }
          : {
              ...{ sport: "running", value: 1195, before: 1230, unit: "s", activityId: "run-1" },
              ...{ span: { value: 5000, unit: "m" }, day: daysAgo(2), beforeDay: daysAgo(80) },
            },
      ],
    }),
  ];
}

/** As many as stand beside it in an athlete's week. */
const OTHERS = 3;

export type Told = { readonly finding: Finding; readonly facts: Facts };

/** Each finding with the facts of a whole morning around it, in which other numbers stand as well. */
export function everyFinding(): Told[] {
  return VARIANTS.flatMap((variant) =>
    inputsOf(variant).flatMap((input) => {
      const found = [
        ...DETECTOR_ENTRIES.flatMap(({ detect }) => detect(input) ?? []),
        ...weekFindings(input),
      ];
      return found.map((finding) => {
        const others = found.filter((one) => one !== finding).slice(0, OTHERS);
        return { finding, facts: factsOfInput(input, [finding, ...others]) };
      });
    }),
  );
}

const WATCH = { hrvRmssdMs: "watch:night", restingHrBpm: "watch:night", sleepS: "watch:night" };

/** The facts object of a detectors' input: nights, loads and sessions are the same numbers. */
export function factsOfInput(input: DetectorInput, findings: readonly Finding[]): Facts {
  const { day, daily, activities, events } = input;
  const { length } = daily.load;
  const dayOf = (i: number) => addDays(day, i - length + 1);
  const nights = daily.hrvMs.slice(-61).map((hrvRmssdMs, k) => {
    const i = Math.max(0, length - 61) + k;
    return {
      ...{ day: dayOf(i), hrvRmssdMs, restingHrBpm: daily.restingHrBpm[i] ?? null },
      ...{ sleepS: daily.sleepS[i] ?? null, stressAvg: null, sources: WATCH },
    };
  });
  const loads = daily.load.slice(-29).flatMap((load, k) => {
    const i = Math.max(0, length - 29) + k;
    const [fitness, form] = [daily.fitness[i] ?? null, daily.form[i] ?? null];
    if (load === null || fitness === null || form === null) return [];
    const ramp = fitness - (daily.fitness[i - 7] ?? fitness);
    const told = { day: dayOf(i), load, fitness, form, fatigue: fitness - form, ramp };
    return [{ ...told, monotony: null, acwr: null, formula: "PMC-exp@1" }];
  });
  const athlete = { birthDate: null, sex: null, mainSport: "running", units: "metric" } as const;
  const capacities = {
    ...{ ftpW: input.ftp?.ftpW ?? null, thresholdHeartRateBpm: 168, maxHeartRateBpm: 187 },
    ...{ thresholdSpeedMps: null, criticalSwimSpeedMps: null, weightKg: null },
  };
  const own = <Value>(value: Value) => ({ value, from: ["athlete"] as const });
  return buildFacts({
    ...{ day, athlete, mayReadNotes: false, morning: null, capacities: own(capacities) },
    nights: nights.map(own),
    loads: loads.map(own),
    activities: activities
      .filter((one) => one.day > addDays(day, -14))
      .map((one) => own({ ...one, distanceM: null })),
    findings: findings.map(own),
    events: events.map((event) => ({ ...event, title: "" })),
    memory: [],
  }).value;
}
