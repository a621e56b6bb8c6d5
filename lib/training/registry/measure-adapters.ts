/**
 * More of the shelf by name: measures of effort, capacity, sleep and strength, from input to outputs.
 * Each entry only renames; the formula is in the metric's own file.
 * Reference: the vectors format (metric in snake case, units in the field names).
 * Valid: as METRIC_REGISTRY, of which these entries are a part.
 */

import { activityWeather } from "../activity/activity-weather";
import { heartRateRecovery } from "../activity/heart-rate-recovery";
import { SPORTS } from "../activity/sports";
import { swolf } from "../activity/swolf";
import { durabilityIndex } from "../capacity/durability-index";
import { CURVE_DURATIONS_S, meanMaximalCurve } from "../capacity/mean-maximal-curve";
import { vo2maxFromHeartRates, vo2maxFromPower, vo2maxFromRun } from "../capacity/vo2max";
import { aerobicAnaerobicSplit } from "../load/aerobic-anaerobic-split";
import { durationLoad } from "../load/duration-load";
import { estimatedRunningPower } from "../load/estimated-running-power";
import { sessionRpeLoad } from "../load/session-rpe-load";
import { swimStressScore } from "../load/swim-stress-score";
import { formEffect } from "../plan/form-effect";
import { sleepDebt } from "../recovery/sleep-debt";
import { sleepScore } from "../recovery/sleep-score";
import { oneRepetitionMaximum } from "../strength/one-repetition-maximum";
import { rankCorrelation } from "../track-record/rank-correlation";
import { wilsonInterval } from "../track-record/wilson-interval";
import { timeInZone } from "../zones/time-in-zone";
import { alignmentOutputs } from "./alignment-adapter";
import { detectorOutputs } from "./detector-adapter";
import type { MetricAdapter, MetricOutputs } from "./metric-adapter";
import type { VectorInput } from "./vector-input";
import { combinedNightOutputs } from "./wellness-adapter";

const HOUR_S = 3600;

export const MEASURE_ADAPTERS: Readonly<Record<string, MetricAdapter>> = {
  detector: detectorOutputs,
  session_rpe_load: (input) => ({
    load: sessionRpeLoad(input.number("duration_s"), input.number("rpe")),
  }),
  estimated_running_power: (input) => ({
    power_w: estimatedRunningPower(input.number("weight_kg"), input.number("graded_speed_mps")),
  }),
  duration_load: (input) => ({
    load: durationLoad(input.number("duration_s"), input.word("sport", SPORTS)),
  }),
  swim_stress_score: (input) => ({
    stss: swimStressScore(
      input.number("duration_s"),
      input.number("speed_mps"),
      input.number("critical_speed_mps"),
    ),
  }),
  aerobic_anaerobic_split: (input) => {
    const power = input.channel("power_w");
    const split = aerobicAnaerobicSplit(power, power.valid, input.number("cp_w"));
    return { aerobic: split?.aerobic ?? null, anaerobic: split?.anaerobic ?? null };
  },
  mean_maximal_power: (input) => {
    const { bests } = meanMaximalCurve(input.channel("power_w"), "zero");
    const at = (durationS: number) => bests[CURVE_DURATIONS_S.indexOf(durationS)] ?? null;
    return { bests_w: [...input.series("durations_s")].map(at) };
  },
  durability_index: (input) => {
    const power = input.channel("power_w");
    return { ratio: durabilityIndex(power, power.valid) };
  },
  heart_rate_recovery: (input) => ({
    fall_bpm: heartRateRecovery(input.channel("hr_bpm"))?.fallBpm ?? null,
  }),
  time_in_zone: (input) => {
    const values = input.channel("values");
    const { seconds } = timeInZone(values, values.valid, [...input.series("boundaries")], "");
    return { seconds };
  },
  activity_weather: (input) => weatherOf(input),
  swolf: (input) => ({ swolf: swolfOf(input) }),
  vo2max_from_heart_rates: (input) => ({
    vo2max: vo2maxFromHeartRates(input.number("max_hr_bpm"), input.number("resting_hr_bpm")),
  }),
  vo2max_from_power: (input) => ({
    vo2max: vo2maxFromPower(input.number("power_w"), input.number("weight_kg")),
  }),
  vo2max_from_run: (input) => ({
    vo2max: vo2maxFromRun(
      input.number("duration_s"),
      input.number("graded_speed_mps"),
      input.number("hr_bpm"),
      input.number("max_hr_bpm"),
    ),
  }),
  sleep_debt: (input) => {
    const nights = input.nullableSeries("sleep_h").map((hours) => secondsOf(hours));
    const { debtS } = sleepDebt(nights, input.number("need_h") * HOUR_S);
    return { debt_h: debtS === null ? null : debtS / HOUR_S };
  },
  form_effect: (input) => {
    const state = { ctl: input.number("ctl"), atl: input.number("atl") };
    const days = input.numberOrNull("days_to_race");
    const { formTomorrow, formOnRaceDay } = formEffect(input.number("load"), state, days);
    return { form_tomorrow: formTomorrow, form_on_race_day: formOnRaceDay };
  },
  sleep_score: sleepScoreOutputs,
  combined_night: combinedNightOutputs,
  workout_alignment: alignmentOutputs,
  wilson_interval: (input) => {
    const share = wilsonInterval(input.number("count") ?? 0, input.number("of") ?? 0);
    return { low: share?.low ?? null, high: share?.high ?? null };
  },
  rank_correlation: (input) => {
    const b = input.series("b");
    const pairs = [...input.series("a")].map((value, i) => [value, b[i] ?? Number.NaN] as const);
    return { correlation: rankCorrelation(pairs) };
  },
  one_repetition_maximum: (input) => ({
    maximum_kg: oneRepetitionMaximum(input.number("weight_kg"), input.number("repetitions")),
  }),
};

function secondsOf(hours: number | null): number | null {
  return hours === null ? null : hours * HOUR_S;
}

function swolfOf(input: VectorInput): number | null {
  const strokes = input.series("strokes");
  const lengths = [...input.series("durations_s")].map((durationS, i) => ({
    startS: 0,
    durationS,
    strokes: strokes[i] ?? null,
    stroke: null,
    isActive: true,
  }));
  return swolf(lengths);
}

function sleepScoreOutputs(input: VectorInput): MetricOutputs {
  const { score, coverage } = sleepScore({
    sleepS: secondsOf(input.numberOrNull("sleep_h")),
    deepSleepS: secondsOf(input.numberOrNull("deep_h")),
    remSleepS: secondsOf(input.numberOrNull("rem_h")),
    awakeS: null,
    awakenings: null,
    bedtimeHour: null,
    previousBedtimeHours: [],
  });
  return { score, coverage };
}

/** Hours from the start on, one after the other. */
function weatherOf(input: VectorInput): MetricOutputs {
  const speeds = input.nullableSeries("wind_speeds_mps");
  const directions = input.nullableSeries("winds_from_deg");
  const hours = input.nullableSeries("temperatures_c").map((temperatureC, i) => ({
    epochS: i * HOUR_S,
    temperatureC,
    humidityPercent: null,
    windSpeedMps: speeds[i] ?? null,
    windFromDeg: directions[i] ?? null,
  }));
  const { temperatureC, windSpeedMps, windFromDeg } = activityWeather(
    hours,
    0,
    input.number("elapsed_s"),
  );
  return { temperature_c: temperatureC, wind_mps: windSpeedMps, wind_from_deg: windFromDeg };
}
