import { isPaceSport } from "@/components/activity/format-sport-speed";
import { formatMetric, metricLabel } from "@/components/activity/metric-looks";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Sport } from "@/lib/training/activity/sports";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { METRES_PER_FOOT, METRES_PER_MILE, NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import { formatLoad } from "@/lib/units/format-load";
import { paceBasis, paceUnit } from "@/lib/units/pace-basis";
import type { UnitSystem } from "@/lib/units/unit-system";

export type ComparedMetric = {
  readonly label: string;
  /** As the athlete reads them; a dash where there is none. */
  readonly a: string;
  readonly b: string;
  /** A less B with its sign, as the two are shown; null when one is missing. */
  readonly difference: string | null;
};

/** The number as it is shown: whole seconds, tenths of a km, so that the difference adds up. */
type Shown = { readonly value: number; readonly text: (difference: number) => string };

const METRICS = [
  "avgSpeed",
  "normalizedGradedSpeed",
  "avgPower",
  "normalizedPower",
  "intensityFactor",
  "avgHeartRate",
  "maxHeartRate",
  "efficiencyFactor",
  "aerobicDecoupling",
  "avgCadence",
  "ascent",
] as const;
type MetricName = (typeof METRICS)[number];

/** What both were like, side by side; a number that neither has is left out. */
export function comparedMetrics(
  a: ActivityDetail,
  b: ActivityDetail,
  units: UnitSystem,
): ComparedMetric[] {
  return [
    totals("Duration", a.timerS, b.timerS, formatDuration, clock),
    totals(
      "Distance",
      a.distanceM,
      b.distanceM,
      (m) => formatDistance(m, units),
      (m) => far(m, units),
    ),
    totals("Training load", a.load, b.load, formatLoad, (load) => ({
      value: Math.round(load),
      text: String,
    })),
    ...METRICS.map((name) => metric(name, a, b, units)),
  ].filter((row) => row !== null);
}

function totals(
  label: string,
  a: number | null,
  b: number | null,
  say: (value: number) => string,
  shown: (value: number) => Shown,
): ComparedMetric | null {
  if (a === null && b === null) return null;
  const text = (value: number | null) => (value === null ? NO_VALUE : say(value));
  return { label, a: text(a), b: text(b), difference: differenceOf(a, b, shown) };
}

function metric(
  name: MetricName,
  a: ActivityDetail,
  b: ActivityDetail,
  units: UnitSystem,
): ComparedMetric | null {
  const [valueA, valueB] = [a.metrics[name]?.value ?? null, b.metrics[name]?.value ?? null];
  if (valueA === null && valueB === null) return null;
  return {
    label: metricLabel(name, a.sport),
    a: formatMetric(name, a.metrics[name], a.sport, units),
    b: formatMetric(name, b.metrics[name], b.sport, units),
    difference: differenceOf(valueA, valueB, (value) => shownAs(name, value, a.sport, units)),
  };
}

function differenceOf(
  a: number | null,
  b: number | null,
  shown: (value: number) => Shown,
): string | null {
  if (a === null || b === null) return null;
  const [left, right] = [shown(a), shown(b)];
  const difference = left.value - right.value;
  const text = left.text(Math.abs(difference));
  if (Number(difference.toFixed(6)) === 0) return "same";
  return `${difference < 0 ? "−" : "+"}${text}`;
}

function shownAs(name: MetricName, value: number, sport: Sport, units: UnitSystem): Shown {
  switch (name) {
    case "avgSpeed":
    case "normalizedGradedSpeed":
      return speed(value, sport, units);
    case "avgPower":
    case "normalizedPower":
      return rounded(value, 0, "W");
    case "avgHeartRate":
    case "maxHeartRate":
      return rounded(value, 0, "bpm");
    case "avgCadence":
      return rounded(value * cadenceFactor(sport), 0, cadenceUnit(sport));
    case "aerobicDecoupling":
      return rounded(value, 1, "points");
    case "ascent":
      return units === "metric"
        ? rounded(value, 0, "m")
        : rounded(value / METRES_PER_FOOT, 0, "ft");
    case "efficiencyFactor":
    case "intensityFactor":
      return rounded(value, 2, "");
  }
}

/** A faster pace is a smaller number of seconds, and the sign says so as paces do. */
function speed(metresPerS: number, sport: Sport, units: UnitSystem): Shown {
  if (!isPaceSport(sport)) {
    const length = units === "metric" ? 1000 : METRES_PER_MILE;
    return rounded((metresPerS * 3600) / length, 1, units === "metric" ? "km/h" : "mph");
  }
  const { metres, label } = paceUnit(units, paceBasis(sport));
  const seconds = clock(metres / metresPerS);
  return { ...seconds, text: (difference) => `${seconds.text(difference)} ${label}` };
}

function clock(seconds: number): Shown {
  return { value: Math.round(seconds), text: formatDuration };
}

/** To the digits that a distance of this length is shown with. */
function far(metres: number, units: UnitSystem): Shown {
  const size = units === "metric" ? 1000 : METRES_PER_MILE;
  const step = metres / size < 9.995 ? size / 100 : size / 10;
  return {
    value: Math.round(metres / step) * step,
    text: (difference) => formatDistance(difference, units),
  };
}

function rounded(value: number, decimals: number, unit: string): Shown {
  return {
    value: Number(value.toFixed(decimals)),
    text: (difference) => `${difference.toFixed(decimals)} ${unit}`.trim(),
  };
}
