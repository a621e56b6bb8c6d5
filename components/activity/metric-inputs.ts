import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { formatDuration } from "@/lib/units/format-duration";
import { formatWeight } from "@/lib/units/format-weight";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatSportSpeed } from "./format-sport-speed";
import { formatMetric, metricLabel } from "./metric-looks";

/** What the numbers of one activity were worked out from. */
export type InputsOf = {
  readonly activity: Pick<ActivityDetail, "metrics" | "sport" | "timerS" | "rpe" | "isIndoor">;
  /** The capacities that hold on its day, the device's where the athlete has set none. */
  readonly settings: AthleteSettings;
  readonly units: UnitSystem;
};

type Input = (of: InputsOf) => string | null;

const stream =
  (name: string): Input =>
  () =>
    `${name}, second by second`;
const metric =
  (name: string): Input =>
  ({ activity: { metrics, sport }, units }) =>
    metrics[name]?.value == null
      ? null
      : `${lower(metricLabel(name, sport))} ${formatMetric(name, metrics[name], sport, units)}`;
const capacity =
  (words: string, value: (settings: AthleteSettings) => number | null, unit: string): Input =>
  ({ settings }) => {
    const held = value(settings);
    return held === null ? null : `${words} ${Math.round(held)} ${unit}`;
  };
const speedOf =
  (words: string, sport: Sport, value: (settings: AthleteSettings) => number | null): Input =>
  ({ settings, units }) => {
    const held = value(settings);
    return held === null ? null : `${words} ${formatSportSpeed(held, sport, units)}`;
  };

const POWER = stream("power");
const HEART_RATE = stream("heart rate");
const SPEED = stream("speed");
const ALTITUDE = stream("altitude");
const DURATION: Input = ({ activity }) => `duration ${formatDuration(activity.timerS)}`;
const FTP = capacity("FTP", ({ ftpW }) => ftpW, "W");
const MAX_HR = capacity("maximum heart rate", (held) => held.maxHeartRateBpm, "bpm");
const RESTING_HR = capacity("resting heart rate", (held) => held.restingHeartRateBpm, "bpm");
const THRESHOLD_HR = capacity("threshold heart rate", (held) => held.thresholdHeartRateBpm, "bpm");
const SEX: Input = ({ settings: { sex } }) =>
  sex === null ? "the mean of both sexes" : sex === "f" ? "sex female" : "sex male";
const WEIGHT: Input = ({ settings: { weightKg }, units }) =>
  weightKg === null ? null : `body weight ${formatWeight(weightKg, units)}`;
const THRESHOLD_PACE = speedOf("threshold pace", "running", (held) => held.thresholdSpeedMps);
const SWIM_SPEED = speedOf("critical swim speed", "swimming", (held) => held.criticalSwimSpeedMps);
const RPE: Input = ({ activity: { rpe } }) => (rpe === null ? null : `felt effort ${rpe} of 10`);
/** Of a ride power, of a run the pace on the flat. */
const bySport =
  (ride: readonly Input[], run: readonly Input[]) =>
  (sport: Sport): readonly Input[] =>
    sport === "cycling" ? ride : run;

type Inputs = readonly Input[] | ((sport: Sport) => readonly Input[]);

const NP = metric("normalizedPower");
const FLAT = metric("normalizedGradedSpeed");
const BEAT = metric("avgHeartRate");
const HILLS = [SPEED, ALTITUDE];

const INPUTS: Readonly<Record<string, Inputs>> = {
  distance: [stream("distance")],
  avgSpeed: [metric("distance"), DURATION],
  avgMovingSpeed: [metric("distance"), stream("movement")],
  maxSpeed: [SPEED],
  avgGradedSpeed: HILLS,
  normalizedGradedSpeed: HILLS,
  avgEnergySpeed: HILLS,
  avgObservedSpeed: HILLS,
  estimatedRunningPower: [...HILLS, WEIGHT],
  avgPower: [POWER],
  maxPower: [POWER],
  workKj: [POWER],
  normalizedPower: [POWER],
  xPower: [POWER],
  durabilityIndex: [POWER],
  variabilityIndex: [NP, metric("avgPower")],
  intensityFactor: bySport([NP, FTP], [FLAT, THRESHOLD_PACE]),
  trainingStressScore: [DURATION, NP, FTP],
  rtss: [DURATION, FLAT, THRESHOLD_PACE],
  stss: [DURATION, metric("avgMovingSpeed"), SWIM_SPEED],
  hrss: [HEART_RATE, THRESHOLD_HR, MAX_HR, RESTING_HR, SEX],
  trimp: [HEART_RATE, MAX_HR, RESTING_HR, SEX],
  srpe: [RPE, DURATION],
  duration: [DURATION],
  avgHeartRate: [HEART_RATE],
  maxHeartRate: [HEART_RATE],
  heartRateRecovery: [HEART_RATE],
  efficiencyFactor: bySport([NP, BEAT], [FLAT, BEAT]),
  aerobicDecoupling: bySport([POWER, HEART_RATE], [...HILLS, HEART_RATE]),
  swolf: [() => "the time and strokes of each length"],
  avgCadence: [stream("cadence")],
  ascent: [ALTITUDE],
  descent: [ALTITUDE],
  avgTemperature: [stream("temperature")],
};

/** "From duration 1:02:30, normalized power 214 W and FTP 228 W."; null where nothing is to be said. */
export function metricInputs(name: string, of: InputsOf): string | null {
  const inputs = INPUTS[name];
  if (inputs === undefined) return null;
  const list = typeof inputs === "function" ? inputs(of.activity.sport) : inputs;
  const said = list.map((input) => input(of)).filter((text) => text !== null);
  if (said.length === 0) return null;
  const last = said.at(-1);
  return said.length === 1 ? `From ${last}.` : `From ${said.slice(0, -1).join(", ")} and ${last}.`;
}

function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
