import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel, PlotSeries, PlotTick } from "@/components/charts/plot-model";
import { valueDomain } from "@/components/charts/value-domain";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import type { CurveLook } from "./curve-look";
import { durationWords } from "./duration-words";

export type CurveLine = {
  readonly name: string;
  readonly kind: "line" | "dashed";
  readonly colour: PlotSeries["colour"];
  /** On CURVE_DURATIONS_S. */
  readonly bests: ArrayLike<number>;
};

const TICKS_S = [1, 5, 15, 60, 300, 1200, 3600, 10_800, 36_000];
/** What the legend tells before anybody points at the chart. */
const READ_OUT_S = [1200, 300, 60, 5, 1];
const HEIGHT_PX = 220;
const TICK_COUNT = 4;

/** Curves over each other on one axis of durations; the grid's steps stand in for a logarithm. */
export function prepareCurves(lines: readonly CurveLine[], look: CurveLook): PlotModel {
  const knots = Math.max(0, ...lines.map(({ bests }) => bests.length));
  const durations = CURVE_DURATIONS_S.slice(0, knots);
  const series = lines.map(({ name, kind, colour, bests }): PlotSeries => {
    const values = durations.map((_, k) => drawn(bests[k], look));
    return { name, kind, colour, unit: look.unit, format: look.format, values };
  });
  const floor = look.label === "Power" ? [0] : [];
  const domain = valueDomain(
    series.map(({ values }) => values),
    floor,
    0.06,
  ) ?? { min: 0, max: 1 };
  const min = Math.max(0, domain.min);
  return {
    pointNoun: "Over",
    labels: durations.map(durationWords),
    ticks: TICKS_S.flatMap((second) => tickAt(durations, second)),
    marker: readOut(durations, series),
    panels: [
      {
        heightPx: HEIGHT_PX,
        min,
        max: domain.max,
        ticks: valueTicks(min, domain.max, look),
        series,
        bands: [],
      },
    ],
  };
}

/** The longest of the usual times that every line reaches; else that the last one, the subject, does. */
function readOut(durations: readonly number[], series: readonly PlotSeries[]): PlotTick | null {
  const offered = READ_OUT_S.flatMap((second) => tickAt(durations, second));
  const isKnown = (one: PlotSeries | undefined, { at }: PlotTick) => one?.values[at] != null;
  return (
    offered.find((tick) => series.every((one) => isKnown(one, tick))) ??
    offered.find((tick) => isKnown(series.at(-1), tick)) ??
    offered[0] ??
    null
  );
}

function drawn(value: number | undefined, look: CurveLook): number | null {
  if (value === undefined || !(value > 0)) return null;
  return Math.round(value * look.scale * 1000) / 1000;
}

function tickAt(durations: readonly number[], second: number): PlotTick[] {
  const at = durations.indexOf(second);
  return at < 0 ? [] : [{ at, text: durationWords(second) }];
}

/** A pace has round figures where the axis, in lengths an hour, has none. */
function valueTicks(min: number, max: number, look: CurveLook): PlotTick[] {
  if (look.format !== "pace") {
    return niceTicks(min, max, TICK_COUNT).map((at) => ({ at, text: look.tick(at) }));
  }
  const fastest = 3600 / max;
  const slowest = 3600 / Math.max(min, max / 4);
  const step = PACE_STEPS_S.find((one) => (slowest - fastest) / one <= 8) ?? 600;
  const ticks: PlotTick[] = [];
  for (let second = Math.ceil(fastest / step) * step; second <= slowest; second += step) {
    const at = 3600 / second;
    const last = ticks.at(-1);
    // From fast to slow: the slow end is crowded.
    if (last === undefined || last.at - at >= (max - min) / 6)
      ticks.push({ at, text: look.tick(at) });
  }
  return ticks.reverse();
}

const PACE_STEPS_S = [5, 10, 15, 30, 60, 120, 300];
