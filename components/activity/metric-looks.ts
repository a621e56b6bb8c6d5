import type { MetricValue } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { cadenceFactor, cadenceUnit } from "@/lib/units/cadence";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDistance } from "@/lib/units/format-distance";
import { formatElevation } from "@/lib/units/format-elevation";
import { formatLoad } from "@/lib/units/format-load";
import { formatTemperature } from "@/lib/units/format-temperature";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed, isPaceSport } from "./format-sport-speed";

type Say = (value: number, sport: Sport, units: UnitSystem) => string;
type MetricLook = { readonly label: string | ((sport: Sport) => string); readonly say: Say };

const whole =
  (unit: string): Say =>
  (value) =>
    `${Math.round(value)} ${unit}`;
const decimals =
  (digits: number): Say =>
  (value) =>
    value.toFixed(digits);
const signed = (value: number) => value.toFixed(1).replace("-", "−");
const speed: Say = (value, sport, units) => formatSportSpeed(value, sport, units);
const elevation: Say = (value, _sport, units) => formatElevation(value, units);
const load: Say = (value) => formatLoad(value);

/** Every metric that an analysis may hold, in the order in which it is listed. */
const METRIC_LOOKS: Readonly<Record<string, MetricLook>> = {
  distance: { label: "Distance", say: (value, _sport, units) => formatDistance(value, units) },
  avgSpeed: { label: paceOrSpeed("Average"), say: speed },
  avgMovingSpeed: { label: paceOrSpeed("Moving"), say: speed },
  maxSpeed: { label: (sport) => (isPaceSport(sport) ? "Fastest pace" : "Top speed"), say: speed },
  avgGradedSpeed: { label: "Graded pace", say: speed },
  normalizedGradedSpeed: { label: "Normalized graded pace", say: speed },
  avgEnergySpeed: { label: "Graded pace by energy cost", say: speed },
  avgObservedSpeed: { label: "Graded pace by how runners pace", say: speed },
  estimatedRunningPower: { label: "Running power, estimated", say: whole("W") },
  avgPower: { label: "Average power", say: whole("W") },
  normalizedPower: { label: "Normalized power", say: whole("W") },
  xPower: { label: "xPower", say: whole("W") },
  maxPower: { label: "Highest power", say: whole("W") },
  variabilityIndex: { label: "Variability", say: decimals(2) },
  intensityFactor: { label: "Intensity", say: decimals(2) },
  workKj: { label: "Work", say: whole("kJ") },
  trainingStressScore: { label: "Load by power", say: load },
  rtss: { label: "Load by pace", say: load },
  stss: { label: "Load by swim pace", say: load },
  hrss: { label: "Load by heart rate", say: load },
  trimp: { label: "TRIMP", say: load },
  avgHeartRate: { label: "Average heart rate", say: whole("bpm") },
  maxHeartRate: { label: "Highest heart rate", say: whole("bpm") },
  efficiencyFactor: { label: "Efficiency", say: decimals(2) },
  aerobicDecoupling: { label: "Decoupling", say: (value) => `${signed(value)} %` },
  durabilityIndex: { label: "Last hour against first", say: decimals(2) },
  heartRateRecovery: { label: "Recovery in a minute", say: whole("bpm") },
  swolf: { label: "SWOLF", say: decimals(0) },
  avgCadence: {
    label: "Average cadence",
    say: (value, sport) => `${Math.round(value * cadenceFactor(sport))} ${cadenceUnit(sport)}`,
  },
  ascent: { label: "Climbed", say: elevation },
  descent: { label: "Descended", say: elevation },
  avgTemperature: {
    label: "Temperature",
    say: (value, _sport, units) => formatTemperature(value, units),
  },
};

function paceOrSpeed(which: string): (sport: Sport) => string {
  return (sport) => `${which} ${isPaceSport(sport) ? "pace" : "speed"}`;
}

/** Names of the metrics in their order; what is not known here comes last, by name. */
export function metricOrder(names: readonly string[]): string[] {
  const order = Object.keys(METRIC_LOOKS);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

export function metricLabel(name: string, sport: Sport): string {
  const label = METRIC_LOOKS[name]?.label;
  if (typeof label === "function") return label(sport);
  return label ?? sentenceCase(name);
}

/** A metric as the athlete reads it, in their units; a dash for a missing one. */
export function formatMetric(
  name: string,
  metric: MetricValue | undefined,
  sport: Sport,
  units: UnitSystem,
): string {
  if (metric === undefined || metric.value === null) return NO_VALUE;
  const look = METRIC_LOOKS[name];
  if (look !== undefined) return look.say(metric.value, sport, units);
  return `${Number(metric.value.toFixed(2))} ${metric.unit}`.trim();
}

/** "peakPower" → "Peak power". */
function sentenceCase(name: string): string {
  const words = name.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
