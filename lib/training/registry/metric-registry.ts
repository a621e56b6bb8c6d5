/**
 * The shelf by name: how a vectors file calls each metric, from its input to its outputs.
 * Each entry only renames; the formula is in the metric's own file.
 * Reference: the vectors format (metric in snake case, units in the field names).
 * Valid: a name that is not here belongs to no metric of this build and is reported as absent.
 */
import { acuteChronicWorkloadRatio } from "../load/acute-chronic-workload-ratio";
import { fitnessFatigueForm } from "../load/fitness-fatigue-form";
import { gradedPaceFactor } from "../load/graded-pace-factor";
import { hrss, reserveThreshold } from "../load/hrss";
import { intensityFactor } from "../load/intensity-factor";
import { minettiCost } from "../load/minetti-cost";
import { monotonyStrain } from "../load/monotony-strain";
import { normalizedPower } from "../load/normalized-power";
import { runningStressScore } from "../load/running-stress-score";
import { trainingStressScore } from "../load/training-stress-score";
import { trimp } from "../load/trimp";
import { heartRateVariability } from "../recovery/heart-rate-variability";
import { hrvNormalRange } from "../recovery/hrv-normal-range";
import { recoveryIndex } from "../recovery/recovery-index";
import { recoveryScore } from "../recovery/recovery-score";
import type { VectorInput } from "./vector-input";

export type MetricOutputs = Readonly<Record<string, unknown>>;
export type MetricAdapter = (input: VectorInput) => MetricOutputs;

export const METRIC_REGISTRY: Readonly<Record<string, MetricAdapter>> = {
  normalized_power: (input) => {
    const values = input.series("power_w");
    const all = new Uint8Array(values.length).fill(1);
    return { normalized_power_w: normalizedPower({ values, valid: all }, all).normalizedPowerW };
  },
  training_stress_score: (input) => {
    const power = input.number("normalized_power_w");
    const ftp = input.number("ftp_w");
    return {
      intensity_factor: intensityFactor(power, ftp),
      tss: trainingStressScore(input.number("duration_s"), power, ftp),
    };
  },
  fitness_fatigue_form: (input) => {
    const seed = { ctl: input.numberOr("seed_ctl", 0), atl: input.numberOr("seed_atl", 0) };
    const { ctl, atl, tsb } = fitnessFatigueForm(input.series("load"), seed);
    return { ctl: [...ctl], atl: [...atl], tsb: [...tsb] };
  },
  trimp: (input) => ({ trimp: trimpOf(input) }),
  hrss: (input) => {
    const range = heartRateRange(input);
    const threshold = input.numberOrNull("threshold_hr_bpm") ?? reserveThreshold(range);
    const value = trimpOf(input);
    return { hrss: value === null ? null : hrss(value, threshold, range, input.sex("sex")) };
  },
  running_stress_score: (input) => ({
    rtss: runningStressScore(
      input.number("duration_s"),
      input.number("graded_speed_mps"),
      input.number("threshold_speed_mps"),
    ),
  }),
  monotony_strain: (input) => {
    const { monotony, strain } = monotonyStrain(input.series("load"));
    return { monotony, strain };
  },
  acute_chronic_workload_ratio: (input) => {
    const { coupled, uncoupled, ewma } = acuteChronicWorkloadRatio(input.series("load"));
    return { coupled, uncoupled, ewma };
  },
  minetti_cost: (input) => ({ cost_j_per_kg_m: minettiCost(input.number("grade")) }),
  graded_pace_factor: (input) => ({ factor: gradedPaceFactor(input.number("grade_pct")) }),
  heart_rate_variability: (input) => {
    const { rmssdMs, sdnnMs } = heartRateVariability(input.series("nn_ms"));
    return { rmssd_ms: rmssdMs, sdnn_ms: sdnnMs };
  },
  hrv_normal_range: (input) => {
    const range = hrvNormalRange(
      input.nullableSeries("baseline_rmssd_ms"),
      input.nullableSeries("week_rmssd_ms"),
    );
    return {
      ln_mean: range.lnMean,
      ln_sd: range.lnSd,
      low_ms: range.lowMs,
      high_ms: range.highMs,
      week_ms: range.weekMs,
    };
  },
  recovery_index: (input) => ({
    index: recoveryIndex(
      input.number("hrv_ms"),
      input.number("hrv_mean_ms"),
      input.number("resting_hr_bpm"),
      input.number("resting_hr_mean_bpm"),
    ),
  }),
  recovery_score: recoveryScoreOutputs,
};

/** The means of a vector are given, so they count as full baselines. */
const FULL_BASELINE_DAYS = 7;

function recoveryScoreOutputs(input: VectorInput): MetricOutputs {
  const baseline = (name: string) => {
    const mean = input.numberOrNull(name);
    return { mean, days: mean === null ? 0 : FULL_BASELINE_DAYS };
  };
  const sleepMin = input.numberOrNull("sleep_min");
  const result = recoveryScore({
    hrvMs: input.numberOrNull("hrv_ms"),
    hrvBaseline: baseline("hrv_mean_ms"),
    restingHrBpm: input.numberOrNull("resting_hr_bpm"),
    restingHrBaseline: baseline("resting_hr_mean_bpm"),
    sleepS: sleepMin === null ? null : sleepMin * 60,
    sleepQuality: input.numberOrNull("sleep_quality"),
    stressAvg: input.numberOrNull("stress"),
    startOfDayAcwr: input.numberOrNull("acwr"),
  });
  const parts = result.contributions.map(({ component, score }) => [component, score]);
  return {
    score: result.score,
    coverage: result.coverage,
    band: result.band,
    load_factor: result.loadFactor,
    ...Object.fromEntries(parts),
  };
}

function heartRateRange(input: VectorInput): { restingBpm: number; maximumBpm: number } {
  return {
    restingBpm: input.number("resting_hr_bpm"),
    maximumBpm: input.number("max_hr_bpm"),
  };
}

function trimpOf(input: VectorInput): number | null {
  const durationS = input.number("duration_min") * 60;
  return trimp(durationS, input.number("hr_bpm"), heartRateRange(input), input.sex("sex"));
}
