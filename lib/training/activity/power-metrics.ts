/**
 * All that power tells: means, NP and what follows from it, the power load of a ride, time in zones.
 * NP-1, NP-2, ZONE-PWR.
 * Reference: see each function.
 * Valid: power of a ride against FTP; power of a run or a rowing machine gets means but no TSS.
 */
import { durabilityIndex } from "../capacity/durability-index";
import { efficiencyFactor } from "../load/efficiency-factor";
import { intensityFactor } from "../load/intensity-factor";
import { normalizedPower, type PowerMeans } from "../load/normalized-power";
import { trainingStressScore } from "../load/training-stress-score";
import { variabilityIndex } from "../load/variability-index";
import { xPower } from "../load/x-power";
import { powerZones } from "../zones/power-zones";
import { timeInZone } from "../zones/time-in-zone";
import { type ActivityContext, coverageReason } from "./activity-context";
import type { Channel, TimeInZone } from "./activity-types";
import { setDecoupling } from "./decoupling-metric";
import type { MetricCollector } from "./metric-collector";

const NP = "NP-1@1";
const DERIVED = "NP-2@1";
const MEAN = "AVG-1@1";
/** Normalized power of sparser records would be made up (NP-1). */
const MAX_INTERVAL_S = 15;
/** Only a ride of this length has a first and a last hour. */
const DURABILITY_S = 7200;
/** Under this length the number is shown with a caution. */
const SHORT_S = 1200;

const NO_METER = "No power was recorded.";
const ONLY_ZEROS = "The power channel holds zeros only: the power meter was not connected.";

/** @param averageHeartRate of the activity, for the efficiency factor. */
export function powerMetrics(
  context: ActivityContext,
  averageHeartRate: number | null,
): TimeInZone | undefined {
  const { out, streams, recorded, settings } = context;
  const power = streams.channels.powerW;
  const isRide = recorded.sport === "cycling";
  if (!power && !isRide) return undefined;
  const means = power ? normalizedPower(power, streams.timerOn) : NO_POWER;
  const isReal = (means.maximumPowerW ?? 0) > 0;
  const missing = means.seconds === 0 ? NO_METER : ONLY_ZEROS;
  setMeans(out, isReal ? means : NO_POWER, missing);
  const tooSparse = (context.recordingIntervalS ?? 0) > MAX_INTERVAL_S;
  const np = isReal && !tooSparse ? means.normalizedPowerW : null;
  const why = isReal ? (tooSparse ? SPARSE : TOO_SHORT) : missing;
  setNormalized(context, np, means.averagePowerW, why);
  if (!isRide) return undefined;
  rideLoad(context, np, means.seconds, why, averageHeartRate);
  const { ftpW } = settings;
  setLastingPower(context, power, np, why);
  if (!power || !isReal || ftpW === null) return undefined;
  return timeInZone(power, streams.timerOn, powerZones(ftpW), "W");
}

const NO_POWER: PowerMeans = {
  normalizedPowerW: null,
  averagePowerW: null,
  maximumPowerW: null,
  workJ: Number.NaN,
  seconds: 0,
};

function setMeans(out: MetricCollector, means: PowerMeans, missing: string): void {
  out.set("avgPower", means.averagePowerW, "W", MEAN, missing);
  out.set("maxPower", means.maximumPowerW, "W", "MAX-1@1", missing);
  out.set("workKj", means.workJ / 1000, "kJ", "WORK-1@1", missing);
}

function setNormalized(
  { out, timerS }: ActivityContext,
  np: number | null,
  average: number | null,
  why: string,
): void {
  out.set("normalizedPower", np, "W", NP, why);
  const index = np !== null && average !== null ? variabilityIndex(np, average) : null;
  out.set("variabilityIndex", index, "", DERIVED, why);
  if (np !== null && timerS < SHORT_S) out.notes.push(SHORT_NOTE);
}

/** What the order of a ride's seconds tells, beyond their mean. */
function setLastingPower(
  context: ActivityContext,
  recorded: Channel | undefined,
  np: number | null,
  why: string,
): void {
  const { out, streams, settings, timerS } = context;
  const power = np === null ? undefined : recorded;
  out.set("xPower", power ? xPower(power, streams.timerOn) : null, "W", "XP-1@1", why);
  setDecoupling(context, power, why, settings.ftpW === null ? null : powerZones(settings.ftpW));
  if (timerS < DURABILITY_S) return;
  const index = power ? durabilityIndex(power, streams.timerOn) : null;
  out.set("durabilityIndex", index, "", "DUR-2@1", power ? "Less than two hours of power." : why);
}

const SPARSE = "The device recorded less often than every 15 s.";
const TOO_SHORT = "Less than 30 s of power in one piece.";
const SHORT_NOTE = {
  code: "short_for_normalized_power",
  severity: "info",
  text: "Normalized power means little under 20 minutes.",
} as const;

function rideLoad(
  { out, settings, timerS }: ActivityContext,
  np: number | null,
  seconds: number,
  why: string,
  averageHeartRate: number | null,
): void {
  const noHeartRate = np === null ? why : "No heart rate was recorded.";
  const ef =
    np !== null && averageHeartRate !== null ? efficiencyFactor(np, averageHeartRate) : null;
  out.set("efficiencyFactor", ef, "W/bpm", DERIVED, noHeartRate);
  const { ftpW } = settings;
  const ifReason = np === null ? why : "FTP is not known on this day.";
  const canJudge = np !== null && ftpW !== null && ftpW > 0;
  out.set("intensityFactor", canJudge ? intensityFactor(np, ftpW) : null, "", DERIVED, ifReason);
  const gap = canJudge ? coverageReason(seconds, timerS, "Power") : ifReason;
  const tss = canJudge && gap === null ? trainingStressScore(timerS, np, ftpW) : null;
  out.set("trainingStressScore", tss, "", DERIVED, gap ?? ifReason);
  out.addLoad("tss", tss, DERIVED);
}
