/**
 * The shelf by name: how a vectors file calls each metric, from its input to its outputs.
 * Each entry only renames; the formula is in the metric's own file.
 * Reference: the vectors format (metric in snake case, units in the field names).
 * Valid: a name that is not here belongs to no metric of this build and is reported as absent.
 */
import { aerobicDecoupling } from "../activity/aerobic-decoupling";
import { CRITICAL_POWER_METHODS, criticalPower } from "../capacity/critical-power";
import { wPrimeBalance } from "../capacity/w-prime-balance";
import { acuteChronicWorkloadRatio } from "../load/acute-chronic-workload-ratio";
import { fitnessFatigueForm } from "../load/fitness-fatigue-form";
import { gradedPaceFactor } from "../load/graded-pace-factor";
import { hrss, reserveThreshold } from "../load/hrss";
import { intensityFactor } from "../load/intensity-factor";
import { minettiCost } from "../load/minetti-cost";
import { monotonyStrain } from "../load/monotony-strain";
import { normalizedPower } from "../load/normalized-power";
import { polarisationIndex } from "../load/polarisation-index";
import { runningStressScore } from "../load/running-stress-score";
import { trainingStressScore } from "../load/training-stress-score";
import { trimp } from "../load/trimp";
import { xPower } from "../load/x-power";
import { racePredictionCameron } from "../race/race-prediction-cameron";
import { racePredictionRiegel } from "../race/race-prediction-riegel";
import { vdot } from "../race/vdot";
import { heartRateVariability } from "../recovery/heart-rate-variability";
import { hrvNormalRange } from "../recovery/hrv-normal-range";
import { recoveryIndex } from "../recovery/recovery-index";
import { recoveryScore } from "../recovery/recovery-score";
import { MEASURE_ADAPTERS } from "./measure-adapters";
import type { MetricAdapter, MetricOutputs } from "./metric-adapter";
import type { VectorInput } from "./vector-input";

export const METRIC_REGISTRY: Readonly<Record<string, MetricAdapter>> = {
  normalized_power: (input) => {
    const power = input.channel("power_w");
    return { normalized_power_w: normalizedPower(power, power.valid).normalizedPowerW };
  },
  xpower: (input) => {
    const power = input.channel("power_w");
    return { xpower_w: xPower(power, power.valid) };
  },
  critical_power: (input) => {
    const powers = input.series("powers_w");
    const efforts = [...input.series("durations_s")].map((durationS, i) => ({
      durationS,
      powerW: powers[i] as number,
    }));
    const fit = criticalPower(efforts, input.word("method", CRITICAL_POWER_METHODS));
    return { cp_w: fit?.criticalPowerW ?? null, w_prime_j: fit?.wPrimeJ ?? null };
  },
  w_prime_balance: (input) => {
    const power = input.channel("power_w");
    const balance = wPrimeBalance(power, input.number("cp_w"), input.number("w_prime_j"));
    return { balance_j: [...input.series("at_s")].map((second) => balance?.[second - 1] ?? null) };
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
    return {
      hrss: value === null ? null : hrss(value, threshold, range, input.word("sex", ["m", "f"])),
    };
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
  aerobic_decoupling: (input) => {
    const half = (name: string) => {
      const means = input.group(name);
      return { output: means.number("output"), heartRateBpm: means.number("hr_bpm") };
    };
    return { decoupling_pct: aerobicDecoupling(half("first"), half("second")) };
  },
  polarisation_index: (input) => {
    const shares = { z1: input.number("z1"), z2: input.number("z2"), z3: input.number("z3") };
    return { index: polarisationIndex(shares) };
  },
  vdot: (input) => ({ vdot: vdot(input.number("distance_m"), input.number("duration_s")) }),
  race_prediction_riegel: (input) => ({
    duration_s: racePredictionRiegel(
      input.number("distance_m"),
      input.number("duration_s"),
      input.number("target_m"),
    ),
  }),
  race_prediction_cameron: (input) => ({
    duration_s: racePredictionCameron(
      input.number("distance_m"),
      input.number("duration_s"),
      input.number("target_m"),
    ),
  }),
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
  ...MEASURE_ADAPTERS,
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
  return trimp(
    durationS,
    input.number("hr_bpm"),
    heartRateRange(input),
    input.word("sex", ["m", "f"]),
  );
}
