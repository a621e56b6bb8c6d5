import { formatTarget } from "@/components/today/format-target";
import type { Sport } from "@/lib/training/activity/sports";
import type {
  ExtraEffort,
  StepExecution,
  WorkoutAlignment,
} from "@/lib/training/alignment/alignment-types";
import type { PlannedStep } from "@/lib/training/plan/planned-workout";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed } from "./format-sport-speed";
import { planFinding } from "./plan-finding";

export type PlanRow = {
  readonly fromS: number | null;
  readonly toS: number | null;
  /** "Work 2 of 5", "Warm-up". */
  readonly step: string;
  /** "10:00 at 214–233 W". */
  readonly planned: string;
  readonly status: StepExecution["status"] | "extra";
  /** "9:58"; "skipped" where there is nothing. */
  readonly done: string;
  readonly mean: string;
  readonly inRange: string;
  /** Against the plan's clock: "on time", "+0:30" later, "−1:10" earlier. */
  readonly start: string;
};

export type PreparedPlan = {
  /** "4 of 5 work steps done, in range 82 % of the time; number 5 skipped." */
  readonly finding: string;
  /** How the steps were found; null where they were not. */
  readonly how: string | null;
  readonly rows: readonly PlanRow[];
};

/** A plan and what came of it, in words and as a table. */
export function preparePlan(
  alignment: WorkoutAlignment,
  sport: Sport,
  units: UnitSystem,
): PreparedPlan {
  if (alignment.source === "none") {
    return { finding: `Could not be aligned. ${alignment.reason}`, how: null, rows: [] };
  }
  const { steps, extra, source } = alignment;
  const names = stepNames(steps);
  const rows = steps.map((one, i) => rowOf(one, names[i] ?? "", sport, units));
  return {
    finding: planFinding(steps, extra.length),
    how: HOW[source],
    rows: [...rows, ...extra.map((one, i) => extraRow(one, numbered("Extra", i, extra.length)))],
  };
}

const HOW = {
  steps: "The device wrote the number of the step into each lap.",
  laps: "The steps were found by the laps.",
  output: "The steps were found in what was recorded.",
} as const;

const KIND_WORDS: Readonly<Record<PlannedStep["kind"], string>> = {
  warmup: "Warm-up",
  work: "Work",
  recovery: "Rest",
  steady: "Steady",
  cooldown: "Cool-down",
};

/** Steps of a kind are numbered where there are several, whatever their targets. */
function stepNames(steps: readonly StepExecution[]): string[] {
  const kinds = steps.map(({ step }) => step.kind);
  return kinds.map((kind, i) => {
    const before = kinds.slice(0, i).filter((other) => other === kind).length;
    const of = kinds.filter((other) => other === kind).length;
    return numbered(KIND_WORDS[kind], before, of);
  });
}

function numbered(word: string, before: number, of: number): string {
  return of > 1 ? `${word} ${before + 1} of ${of}` : word;
}

function rowOf(
  { step, status, fromS, toS, timerS, distanceM, mean, inRange, startShiftS }: StepExecution,
  name: string,
  sport: Sport,
  units: UnitSystem,
): PlanRow {
  return {
    ...{ fromS, toS, status },
    step: name,
    planned: plannedText(step, sport, units),
    done: status === "skipped" ? "skipped" : doneText(step, timerS, distanceM, sport, units),
    mean: mean === null ? NO_VALUE : meanText(step, mean, sport, units),
    inRange: inRange === null ? NO_VALUE : `${Math.round(100 * inRange)} %`,
    start: startShiftS === null ? NO_VALUE : shiftText(startShiftS),
  };
}

function extraRow({ fromS, toS }: ExtraEffort, step: string): PlanRow {
  return {
    ...{ fromS, toS, step },
    planned: "not planned",
    status: "extra",
    done: formatDuration(toS - fromS),
    ...{ mean: NO_VALUE, inRange: NO_VALUE, start: NO_VALUE },
  };
}

/** "10:00 at 214–233 W", "1.00 km", "open" until the lap button or the like. */
function plannedText({ length, target }: PlannedStep, sport: Sport, units: UnitSystem): string {
  const held = formatTarget(target, sport, units);
  const long =
    length.by === "time"
      ? formatDuration(length.seconds)
      : length.by === "distance"
        ? distanceText(length.metres, sport, units)
        : "open";
  return held === null ? long : `${long} at ${held}`;
}

function doneText(
  { length }: PlannedStep,
  timerS: number | null,
  distanceM: number | null,
  sport: Sport,
  units: UnitSystem,
): string {
  return length.by === "distance" && distanceM !== null
    ? distanceText(distanceM, sport, units)
    : formatDuration(timerS);
}

function distanceText(metres: number, sport: Sport, units: UnitSystem): string {
  return formatDistance(metres, units, sport === "swimming" ? "pool" : "land");
}

function meanText({ target }: PlannedStep, mean: number, sport: Sport, units: UnitSystem): string {
  if (target.kind === "speed") return formatSportSpeed(mean, sport, units);
  return formatTarget({ kind: target.kind, low: mean, high: mean }, sport, units) ?? NO_VALUE;
}

function shiftText(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole === 0) return "on time";
  return `${whole < 0 ? "−" : "+"}${formatDuration(Math.abs(whole))}`;
}
