/**
 * A night of two devices by name: what each of them says, from input to outputs.
 * It only renames; the formula is in the metric's own file. Reference: the vectors format.
 * Valid: the groups `watch` and `phone`; instants in hours after the midnight before the night.
 */
import { combineWellness, type WellnessRecord } from "../recovery/combine-wellness";
import type { MetricOutputs } from "./metric-adapter";
import type { VectorInput } from "./vector-input";

const HOUR_S = 3600;

export function combinedNightOutputs(input: VectorInput): MetricOutputs {
  const { fields, sources } = combineWellness([
    recordOf("watch", input.group("watch")),
    recordOf("phone", input.group("phone")),
  ]);
  return {
    sleep_h: fields.sleepS === undefined ? null : fields.sleepS / HOUR_S,
    sleep_of: sources.sleepS ?? null,
    deep_sleep_h: fields.deepSleepS === undefined ? null : fields.deepSleepS / HOUR_S,
    hrv_ms: fields.hrvRmssdMs ?? null,
    hrv_of: sources.hrvRmssdMs ?? null,
    resting_hr_bpm: fields.restingHrBpm ?? null,
    resting_hr_of: sources.restingHrBpm ?? null,
    steps: fields.steps ?? null,
    steps_of: sources.steps ?? null,
  };
}

function recordOf(source: string, input: VectorInput): WellnessRecord {
  const value = (name: string, factor = 1) => {
    const given = input.numberOrNull(name);
    return given === null ? null : given * factor;
  };
  const given = {
    sleepS: value("sleep_h", HOUR_S),
    deepSleepS: value("deep_sleep_h", HOUR_S),
    sleepStartEpochS: value("asleep_at_h", HOUR_S),
    sleepEndEpochS: value("awake_at_h", HOUR_S),
    hrvRmssdMs: value("hrv_ms"),
    restingHrBpm: value("resting_hr_bpm"),
    steps: value("steps"),
  };
  // What a device does not say is absent, not null.
  const fields = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== null));
  return { source, fields };
}
