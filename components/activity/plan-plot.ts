import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel, PlotSeries, PlotTick } from "@/components/charts/plot-model";
import { valueDomain } from "@/components/charts/value-domain";
import { curveLook } from "@/components/curves/curve-look";
import type { Streams } from "@/lib/training/activity/activity-types";
import { type RangeAverages, rangeAverages } from "@/lib/training/activity/range-averages";
import type { Sport } from "@/lib/training/activity/sports";
import type { StepExecution } from "@/lib/training/alignment/alignment-types";
import type { PlannedTarget } from "@/lib/training/plan/planned-workout";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";
import { elapsedTicks } from "./elapsed-ticks";
import { isPaceSport } from "./format-sport-speed";
import { paceTicks } from "./pane-ticks";

const MOST_POINTS = 480;
const STEPS_S = [1, 2, 5, 10, 15, 20, 30, 60];
const TICKS = 6;
const HEIGHT_PX = 200;
/** Slower than this share of the fastest is standing still, which has no pace. */
const SLOWEST_PACE = 0.35;

type Drawn = "power" | "heart_rate" | "speed";
const VALUES: Readonly<Record<Drawn, (part: RangeAverages) => number | null>> = {
  power: ({ powerW }) => powerW,
  heart_rate: ({ heartRateBpm }) => heartRateBpm,
  speed: ({ speedMps }) => speedMps,
};

/** The targets over what was recorded; null where no target speaks of power, heart rate or pace. */
export function planPlot(
  steps: readonly StepExecution[],
  streams: Streams,
  sport: Sport,
  units: UnitSystem,
): PlotModel | null {
  const kind = drawnKind(steps);
  if (kind === null) return null;
  const look = curveLook(kind, sport, units);
  const stepS = STEPS_S.find((one) => streams.lengthS / one <= MOST_POINTS) ?? 120;
  const starts = Array.from({ length: Math.ceil(streams.lengthS / stepS) }, (_, i) => i * stepS);
  const recorded = starts.map((from) => VALUES[kind](rangeAverages(streams, from, from + stepS)));
  const isPace = kind === "speed" && isPaceSport(sport);
  const fastest = recorded.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const values = recorded.map((value) =>
    value === null || (isPace && value < SLOWEST_PACE * fastest) ? null : value * look.scale,
  );
  const targets = starts.map((from) => targetAt(steps, kind, from + stepS / 2));
  const ends = targets.flatMap((target) => [target?.low ?? null, target?.high ?? null]);
  const domain = valueDomain([values, ends.map((end) => end && end * look.scale)], floorOf(kind));
  if (domain === null) return null;
  const min = Math.max(0, domain.min);
  const { max } = domain;
  const target: PlotSeries = {
    ...{ name: "Target", kind: "range", colour: "form", unit: look.unit, format: look.format },
    values: targets.map((one) => one && (one.high === null ? max : one.high * look.scale)),
    low: targets.map((one) => one && (one.low === null ? min : one.low * look.scale)),
  };
  const line: PlotSeries = {
    ...{ name: look.label, kind: "line", colour: "fitness", unit: look.unit, format: look.format },
    values,
  };
  return {
    pointNoun: "At",
    labels: starts.map((from) => formatDuration(from)),
    ticks: elapsedTicks(0, streams.lengthS, TICKS).map((second) => ({
      at: Math.round(second / stepS),
      text: formatDuration(second),
    })),
    marker: null,
    panels: [
      {
        ...{ heightPx: HEIGHT_PX, min, max, bands: [] },
        ticks: isPace
          ? paceTicks({ min: min / look.scale, max: max / look.scale }, sport, units).map(
              ({ at, text }): PlotTick => ({ at: at * look.scale, text }),
            )
          : niceTicks(min, max, 4).map((at) => ({ at, text: look.tick(at) })),
        series: [target, line],
      },
    ],
  };
}

/** What most of the plan's time is to be held in, and was recorded. */
function drawnKind(steps: readonly StepExecution[]): Drawn | null {
  const seconds = new Map<Drawn, number>();
  for (const { step, mean, timerS } of steps) {
    const { kind } = step.target;
    if (mean === null || !(kind in VALUES)) continue;
    seconds.set(kind as Drawn, (seconds.get(kind as Drawn) ?? 0) + (timerS ?? 0));
  }
  return [...seconds].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function targetAt(
  steps: readonly StepExecution[],
  kind: Drawn,
  second: number,
): PlannedTarget | null {
  const at = steps.find(
    ({ fromS, toS }) => fromS !== null && toS !== null && second >= fromS && second < toS,
  );
  return at?.step.target.kind === kind && at.mean !== null ? at.step.target : null;
}

function floorOf(kind: Drawn): number[] {
  return kind === "power" ? [0] : [];
}
