import { niceTicks } from "@/components/charts/nice-ticks";
import type { PlotModel, PlotSeries } from "@/components/charts/plot-model";
import type { TotalsPeriod, TrainingTotal } from "@/db/queries/training-totals";
import type { Sport } from "@/lib/training/activity/sports";
import {
  type DistributionShape,
  intensityDistribution,
} from "@/lib/training/load/intensity-distribution";
import { threeZones } from "@/lib/training/zones/three-zones";
import { type PeriodRows, periodAxis } from "./prepare-totals";

export type IntensityChart = {
  readonly finding: string;
  /** What the polarisation index is worth, or why there is none. */
  readonly index: string;
  /** Null when no activity in the period has time in zones. */
  readonly model: PlotModel | null;
};

/** Sports whose heart rate says nothing of endurance. */
const NO_ENDURANCE: ReadonlySet<Sport> = new Set(["strength", "yoga", "diving"]);
const CHART_HEIGHT_PX = 150;

const WINDOW = {
  week: { periods: 4, words: "The last four weeks" },
  month: { periods: 3, words: "The last three months" },
  year: { periods: 1, words: "This year" },
} as const;

const SHAPES: Readonly<Record<DistributionShape, string>> = {
  base: "almost all of it easy",
  polarised: "polarised, much easy and some hard with little between",
  pyramidal: "pyramidal, less the harder it gets",
  threshold: "much of it between the thresholds",
  "high-intensity": "most of it hard",
  mixed: "of no clear shape",
};

const SERIES = [
  { name: "Easy", colour: "easy" },
  { name: "Moderate", colour: "moderate" },
  { name: "Hard", colour: "hard" },
] as const;

/** Time easy, moderate and hard by period, and the shape of the latest ones together. */
export function prepareIntensity(periods: readonly PeriodRows[], by: TotalsPeriod): IntensityChart {
  const seconds = periods.map(({ rows }) => threeZones(zoneSums(rows)));
  const { words, periods: count } = WINDOW[by];
  const latest = threeZones(zoneSums(periods.slice(-count).flatMap(({ rows }) => rows)));
  const distribution = intensityDistribution(latest);
  const hasAny = seconds.some((one) => one.some((value) => value > 0));
  if (!hasAny) {
    return {
      finding:
        "No time in zones: it needs heart rate, power or pace, and a threshold to judge them by.",
      index: "",
      model: null,
    };
  }
  const model = intensityModel(periods, seconds, by);
  if (distribution === null) {
    return { finding: `${words} have no time in zones.`, index: "", model };
  }
  const { shares, shape, polarisationIndex } = distribution;
  const [easy, moderate, hard] = wholePercents([shares.z1, shares.z2, shares.z3]);
  return {
    finding: `${words}: ${easy} % easy, ${moderate} % moderate, ${hard} % hard; ${SHAPES[shape]}.`,
    index:
      polarisationIndex === null
        ? "No polarisation index: it needs more easy than hard and more hard than moderate time."
        : `Polarisation index ${polarisationIndex.toFixed(2)}; above 2.00 is called polarised.`,
    model,
  };
}

function zoneSums(rows: readonly TrainingTotal[]): number[] {
  const sums: number[] = [];
  for (const { sport, zoneSeconds } of rows) {
    if (NO_ENDURANCE.has(sport)) continue;
    zoneSeconds.forEach((value, zone) => {
      sums[zone] = (sums[zone] ?? 0) + value;
    });
  }
  return sums;
}

function intensityModel(
  periods: readonly PeriodRows[],
  seconds: readonly (readonly [number, number, number])[],
  by: TotalsPeriod,
): PlotModel {
  const hours = Math.max(1, ...seconds.map((one) => (one[0] + one[1] + one[2]) / 3600)) * 1.05;
  const series = SERIES.map(
    ({ name, colour }, zone): PlotSeries => ({
      name,
      unit: "",
      kind: "stacked",
      colour,
      format: "hours",
      // A period without zones is a gap, not no time.
      values: seconds.map((one) =>
        one.every((value) => value === 0) ? null : (one[zone] ?? null),
      ),
    }),
  );
  const ticks = niceTicks(0, hours, 3).map((at) => ({ at: at * 3600, text: `${at} h` }));
  return {
    ...periodAxis(by, periods),
    panels: [{ heightPx: CHART_HEIGHT_PX, min: 0, max: hours * 3600, ticks, bands: [], series }],
  };
}

/** Whole per cents that add up to 100: the largest remainders are rounded up. */
function wholePercents(shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * 100);
  const whole = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest);
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0);
  for (const { i } of order.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
