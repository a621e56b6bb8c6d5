import type {
  Channel,
  ChannelName,
  RawSamples,
  TimerPause,
} from "@/lib/training/activity/activity-types";
import { resampleToOneHertz } from "@/lib/training/activity/resample-to-one-hertz";
import type { KnownUnit } from "./convert-unit";
import type { HealthRoute, HealthSeries, HealthWorkout } from "./health-file";
import { DISTANCE_TYPES, SAMPLE_TYPES } from "./health-types";
import { type Sample, samplesOfOne } from "./pick-series";

const { heartRate, runningPower, cyclingPower, runningSpeed, cyclingSpeed, cyclingCadence } =
  SAMPLE_TYPES;
type Measured = readonly [ChannelName, readonly string[], KnownUnit];
const MEASURED: readonly Measured[] = [
  ["heartRateBpm", [heartRate], "count/min"],
  ["powerW", [runningPower, cyclingPower], "W"],
  ["speedMps", [runningSpeed, cyclingSpeed], "m/s"],
  ["cadenceRpm", [cyclingCadence], "count/min"],
];
const ROUTE = ["latitudeDeg", "longitudeDeg", "altitudeM", "speedMps"] as const;

type Channels = { [Name in ChannelName]?: Channel };
type Source = {
  readonly workout: HealthWorkout;
  readonly series: readonly HealthSeries[];
  readonly route: HealthRoute | null;
  readonly pauses: readonly TimerPause[];
};

/**
 * One value a second. Each series has a rhythm of its own (heart rate every five seconds, the
 * route every one), so each is put on the grid alone: together they would tear holes.
 */
export function healthChannels(source: Source): RawSamples {
  const channels: Channels = {};
  for (const [name, types, unit] of MEASURED) {
    keepFuller(channels, name, onGrid(source, name, ...pointsOf(source, types, unit)));
  }
  keepFuller(channels, "distanceM", onGrid(source, "distanceM", ...wayOf(source)));
  for (const name of ROUTE) keepFuller(channels, name, routeChannel(source, name));
  return rawSamples(channels);
}

function pointsOf(
  { workout, series }: Source,
  types: readonly string[],
  unit: KnownUnit,
): [number[], number[]] {
  const samples = samplesOfOne(series, types, unit, workout.source);
  return [samples.map(({ startS }) => startS - workout.startS), samples.map(({ value }) => value)];
}

/** The way covered, added up record by record. */
function wayOf({ workout, series }: Source): [number[], number[]] {
  const parts = samplesOfOne(series, DISTANCE_TYPES, "m", workout.source);
  const [first] = parts;
  if (first === undefined) return [[], []];
  const byEnd: readonly Sample[] = [...parts].sort((a, b) => a.endS - b.endS);
  const times = [Math.max(0, first.startS - workout.startS)];
  const metres = [0];
  let way = 0;
  for (const { endS, value } of byEnd) {
    way += value;
    times.push(endS - workout.startS);
    metres.push(way);
  }
  return [times, metres];
}

function routeChannel(source: Source, name: (typeof ROUTE)[number]): Channel | undefined {
  const { route, workout } = source;
  if (route === null) return undefined;
  const times = route.timeS.map((t) => t - workout.startS);
  const values = route[name].map((value) => value ?? Number.NaN);
  return onGrid(source, name, times, values);
}

function onGrid(
  { workout, pauses }: Source,
  name: ChannelName,
  times: readonly number[],
  values: readonly number[],
): Channel | undefined {
  const elapsedS = workout.endS - workout.startS;
  const inside = times.flatMap((t, i) => (t >= 0 && t <= elapsedS ? [i] : []));
  inside.sort((a, b) => (times[a] as number) - (times[b] as number));
  const timeS = Float64Array.from(inside, (i) => times[i] as number);
  const column = Float64Array.from(inside, (i) => values[i] as number);
  return resampleToOneHertz({ timeS, channels: { [name]: column } }, elapsedS, pauses).channels[
    name
  ];
}

/** Of two sources of the same, such as a speed sensor and the route, the one with more seconds. */
function keepFuller(channels: Channels, name: ChannelName, found: Channel | undefined): void {
  const before = channels[name];
  if (found && (!before || secondsOf(found) > secondsOf(before))) channels[name] = found;
}

function secondsOf({ valid }: Channel): number {
  return valid.reduce((sum, flag) => sum + flag, 0);
}

function rawSamples(channels: Channels): RawSamples {
  const entries = Object.entries(channels) as [ChannelName, Channel][];
  const length = Math.max(0, ...entries.map(([, { values }]) => values.length));
  const columns = entries.map(([name, { values, valid }]) => {
    const column = new Float64Array(length).fill(Number.NaN);
    for (let s = 0; s < values.length; s++) if (valid[s] === 1) column[s] = values[s] as number;
    return [name, column] as const;
  });
  const timeS = Float64Array.from({ length }, (_, s) => s);
  return { timeS, channels: Object.fromEntries(columns) };
}
