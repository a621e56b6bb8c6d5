import type { MethodSlug } from "@/lib/methods/method-catalogue";
import type { Decision } from "@/lib/training/recovery/recovery-types";
import { formatLoad } from "@/lib/units/format-load";
import { formatSigned } from "@/lib/units/format-signed";

type Measures = {
  readonly ramp: number | null;
  readonly monotony: number | null;
  readonly strain: number | null;
  readonly acwr: number | null;
};

export type LoadMeasure = {
  readonly name: string;
  /** The page that explains it. */
  readonly method: MethodSlug;
  readonly value: string;
  /** The state in words; why there is no value when there is none. */
  readonly state: string;
  readonly tone: Decision | "neutral";
  /** What it is and where its limits come from. */
  readonly meaning: string;
};

/** Own 90th percentile of strain within the shown days; strain has no unit-free limit. */
const STRAIN_PERCENTILE = 0.9;

/** Ramp, monotony, strain and workload ratio of the last day, with what they mean. */
export function prepareLoadMeasures(days: readonly Measures[]): LoadMeasure[] {
  const last = days.at(-1) ?? { ramp: null, monotony: null, strain: null, acwr: null };
  return [ramp(last.ramp), monotony(last.monotony), strain(last.strain, days), acwr(last.acwr)];
}

function ramp(value: number | null): LoadMeasure {
  return {
    name: "Ramp",
    method: "fitness-fatigue-form",
    value: formatSigned(value),
    ...state(value, "Needs eight days of load.", [
      [-4, "rest", "falling fast"],
      [3, "neutral", "steady"],
      [8, "go", "building"],
      [Number.POSITIVE_INFINITY, "rest", "too steep"],
    ]),
    meaning:
      "Change of fitness in seven days. Convention: 3 to 7 a week builds; beyond 8 is steep, below −4 is losing.",
  };
}

function monotony(value: number | null): LoadMeasure {
  return {
    name: "Monotony",
    method: "monotony-strain",
    value: value === null ? "–" : value.toFixed(2),
    ...state(value, "Needs seven days with some load.", [
      [1.5, "go", "varied"],
      [2, "ease", "rather even"],
      [Number.POSITIVE_INFINITY, "rest", "every day alike"],
    ]),
    meaning:
      "Mean load of seven days over its spread (Foster 1998). Above 2, hard and easy days are too alike.",
  };
}

function strain(value: number | null, days: readonly Measures[]): LoadMeasure {
  const known = days
    .flatMap((day) => (day.strain === null ? [] : [day.strain]))
    .sort((a, b) => a - b);
  const limit = known[Math.floor(known.length * STRAIN_PERCENTILE)] ?? Number.POSITIVE_INFINITY;
  return {
    name: "Strain",
    method: "monotony-strain",
    value: formatLoad(value),
    ...state(value, "Needs seven days with some load.", [
      [limit, "neutral", "usual for you"],
      [Number.POSITIVE_INFINITY, "ease", "among your highest tenth"],
    ]),
    meaning:
      "Week’s load times monotony (Foster 1998). It has no general limit; it is held against your own shown days.",
  };
}

function acwr(value: number | null): LoadMeasure {
  return {
    name: "Workload ratio",
    method: "acute-chronic-workload-ratio",
    value: value === null ? "–" : value.toFixed(2),
    ...state(value, "Needs 28 days of load.", [
      [0.8, "neutral", "less than you are used to"],
      [1.3, "go", "what you are used to"],
      [1.5, "ease", "more than you are used to"],
      [Number.POSITIVE_INFINITY, "rest", "far more than you are used to"],
    ]),
    meaning:
      "Mean load of 7 days over 28, today left out. Context only: the research on injury behind it is disputed (Impellizzeri 2020).",
  };
}

type Step = readonly [upTo: number, tone: LoadMeasure["tone"], word: string];

function state(
  value: number | null,
  missing: string,
  steps: readonly Step[],
): Pick<LoadMeasure, "state" | "tone"> {
  if (value === null) return { state: missing, tone: "neutral" };
  const step = steps.find(([upTo]) => value <= upTo);
  return { state: step?.[2] ?? "", tone: step?.[1] ?? "neutral" };
}
