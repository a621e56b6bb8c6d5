/**
 * Heart rate without what no heart does.
 * SIG-4: 0 is missing; above 250, below 0.7 x resting or above 1.5 x maximum is left out.
 * Reference: sauce4strava, elevate (science.md 0).
 * Valid: 1 Hz channel; the relative limits apply only when the athlete's values are known.
 */
import type { Channel, QualityNote } from "./activity-types";

const HARD_CAP_BPM = 250;
const LOWEST_OF_RESTING = 0.7;
const HIGHEST_OF_MAX = 1.5;

export function cleanHeartRate(
  heartRate: Channel,
  athlete: { readonly restingHeartRateBpm: number | null; readonly maxHeartRateBpm: number | null },
): { channel: Channel; notes: QualityNote[] } {
  const low = (athlete.restingHeartRateBpm ?? 0) * LOWEST_OF_RESTING;
  const high = Math.min(
    HARD_CAP_BPM,
    athlete.maxHeartRateBpm === null ? HARD_CAP_BPM : athlete.maxHeartRateBpm * HIGHEST_OF_MAX,
  );
  const valid = heartRate.valid.slice();
  let removed = 0;
  for (let s = 0; s < valid.length; s++) {
    if (valid[s] === 0) continue;
    const value = heartRate.values[s] as number;
    if (value > 0 && value >= low && value <= high) continue;
    valid[s] = 0;
    if (value > 0) removed++;
  }
  const notes: QualityNote[] = [];
  if (removed > 0) {
    notes.push({
      code: "heart_rate_out_of_range",
      severity: "warning",
      text: `${removed} s of heart rate outside ${Math.ceil(low)}-${Math.floor(high)} bpm were left out.`,
    });
  }
  return { channel: { values: heartRate.values, valid }, notes };
}
