/**
 * All that the pace of a run tells once the hills are taken out of it.
 * RUN-1 or RUN-2 as the athlete has chosen, RUN-3 or RUN-3E on it, RUN-5, ZONE-PACE.
 * Reference: see each function.
 * Valid: running with speed; indoors, or with altitude for less than 80 % of the time, ground counts as flat.
 */
import { efficiencyFactor } from "../load/efficiency-factor";
import { estimatedRunningPower } from "../load/estimated-running-power";
import { energySpeed, gradedSpeed, observedSpeed } from "../load/graded-speed";
import { intensityFactor } from "../load/intensity-factor";
import { normalizedGradedSpeed } from "../load/normalized-graded-speed";
import { runningStressScore } from "../load/running-stress-score";
import { paceZones } from "../zones/pace-zones";
import { timeInZone } from "../zones/time-in-zone";
import { type ActivityContext, coverageReason } from "./activity-context";
import type { Channel, GradedPaceModel, TimeInZone } from "./activity-types";
import { channelSummary } from "./channel-summary";
import { setDecoupling } from "./decoupling-metric";
import { groundSlope } from "./ground-slope";
import type { MetricCollector } from "./metric-collector";

const OBSERVED = "RUN-2@1";
const BY_ENERGY = "RUN-1@1";
/** What the numbers of each model are stamped with: a number tells which one it stands on. */
const FORMULAS: Readonly<Record<GradedPaceModel, { graded: string; normalized: string }>> = {
  observed: { graded: OBSERVED, normalized: "RUN-3@1" },
  energy_cost: { graded: BY_ENERGY, normalized: "RUN-3E@1" },
};
const ESTIMATED_POWER = "RUN-5@1";
const NO_SPEED = "No speed was recorded.";
const WEIGHT_UNKNOWN = "Body weight is not known on this day.";
const HILLS_UNKNOWN = "Altitude is missing: hills would look like lost efficiency.";

export function runMetrics(
  context: ActivityContext,
  averageHeartRate: number | null,
): TimeInZone | undefined {
  const { out, streams, settings } = context;
  const speed = streams.channels.speedMps;
  const { slope: hills, note } = groundSlope(context);
  if (note) out.notes.push(note);
  const model = settings.gradedPaceModel;
  const formulas = FORMULAS[model];
  const graded = speed ? gradedSpeed(speed, hills, model) : null;
  const means = graded ? normalizedGradedSpeed(graded, streams.timerOn) : null;
  const isReal = means !== null && (means.averageMps ?? 0) > 0;
  const normalized = isReal ? means.normalizedMps : null;
  const why = isReal ? "Less than 30 s of speed in one piece." : NO_SPEED;
  out.set("avgGradedSpeed", isReal ? means.averageMps : null, "m/s", formulas.graded, NO_SPEED);
  out.set("normalizedGradedSpeed", normalized, "m/s", formulas.normalized, why);
  setEstimates(context, isReal ? means.averageMps : null, hills);
  setEfficiency(out, normalized, averageHeartRate, why);
  runLoad(context, { normalized, seconds: means?.seconds ?? 0, why, formula: formulas.normalized });
  const { thresholdSpeedMps } = settings;
  const zones = thresholdSpeedMps === null ? null : paceZones(thresholdSpeedMps, "running");
  if (isReal) runDecoupling(context, graded, hills, zones);
  else setDecoupling(context, undefined, NO_SPEED, zones);
  if (!graded || !isReal || zones === null) return undefined;
  return timeInZone(graded, streams.timerOn, zones, "m/s");
}

/** Speed on unknown ground is no measure of effort: hills would look like lost efficiency. */
function runDecoupling(
  context: ActivityContext,
  graded: Channel | null,
  hills: Channel | null,
  zones: readonly number[] | null,
): void {
  const knowsGround = hills !== null || context.recorded.isIndoor;
  setDecoupling(context, (knowsGround ? graded : null) ?? undefined, HILLS_UNKNOWN, zones);
}

/** What stands beside the measured numbers and counts for nothing. */
function setEstimates(
  context: ActivityContext,
  gradedMps: number | null,
  hills: Channel | null,
): void {
  const { out, streams, settings } = context;
  const speed = gradedMps === null ? undefined : streams.channels.speedMps;
  const isObserved = settings.gradedPaceModel === "observed" || !speed;
  const observedMps = isObserved
    ? gradedMps
    : normalizedGradedSpeed(observedSpeed(speed, hills), streams.timerOn).averageMps;
  setEstimatedPower(context, observedMps);
  if (!speed || hills === null) return;
  // Beside the graded pace that counts: the same hills by the other model.
  if (isObserved) {
    const { mean } = channelSummary(energySpeed(speed, hills), streams.timerOn);
    out.set("avgEnergySpeed", mean, "m/s", BY_ENERGY, NO_SPEED);
  } else {
    out.set("avgObservedSpeed", observedMps, "m/s", OBSERVED, NO_SPEED);
  }
}

/** A measured power needs no estimate beside it. */
function setEstimatedPower({ out, streams, settings }: ActivityContext, gradedMps: number | null) {
  // RUN-5 stands on RUN-2, whichever model counts.
  if (streams.channels.powerW) return;
  const { weightKg } = settings;
  const isKnown = gradedMps !== null && weightKg !== null;
  const watts = isKnown ? estimatedRunningPower(weightKg, gradedMps) : null;
  const reason = gradedMps === null ? NO_SPEED : WEIGHT_UNKNOWN;
  out.set("estimatedRunningPower", watts, "W", ESTIMATED_POWER, reason);
}

/** Metres of flat running per heart beat. */
function setEfficiency(
  out: MetricCollector,
  normalizedMps: number | null,
  averageHeartRate: number | null,
  why: string,
): void {
  const isKnown = normalizedMps !== null && averageHeartRate !== null;
  const ef = isKnown ? efficiencyFactor(normalizedMps * 60, averageHeartRate) : null;
  const reason = normalizedMps === null ? why : "No heart rate was recorded.";
  out.set("efficiencyFactor", ef, "m/beat", "NP-2@1", reason);
}

type Normalized = {
  readonly normalized: number | null;
  /** Seconds with speed while the timer ran. */
  readonly seconds: number;
  /** Why `normalized` is null. */
  readonly why: string;
  readonly formula: string;
};

function runLoad(
  { out, settings, timerS }: ActivityContext,
  { normalized, seconds, why, formula }: Normalized,
): void {
  const threshold = settings.thresholdSpeedMps;
  const canJudge = normalized !== null && threshold !== null && threshold > 0;
  const reason = normalized === null ? why : "Threshold pace is not known on this day.";
  const factor = canJudge ? intensityFactor(normalized, threshold) : null;
  out.set("intensityFactor", factor, "", formula, reason);
  const gap = canJudge ? coverageReason(seconds, timerS, "Speed") : reason;
  const rtss = canJudge && gap === null ? runningStressScore(timerS, normalized, threshold) : null;
  out.set("rtss", rtss, "", formula, gap ?? reason);
  out.addLoad("rtss", rtss, formula);
}
