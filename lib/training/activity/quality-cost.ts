/**
 * What each finding about the data costs: the numbers that it touches, in words for the athlete.
 * Formula: none · Valid for every code that a reader or the analysis can note.
 */

const COSTS: Readonly<Record<string, string>> = {
  altitude_incomplete: "Climb, descent and graded pace count only what was recorded.",
  cadence_lock: "Heart rate, its zones and its load may be too high in that time.",
  clock_not_set: "The day and the order of activities may be wrong; the numbers are not touched.",
  combined_recordings: "Nothing is missing; which value comes from which stands under Recordings.",
  decoder_fallback: "Nothing is missing.",
  device_settings: "Zones, intensity and load rest on those values.",
  distance_from_positions: "Distance and pace carry the receiver's error, a few per cent.",
  heat: "Heart rate, its load and decoupling look worse than on a cool day; nothing was corrected.",
  heart_rate_gaps: "Averages, zones and load by heart rate stand on the rest of the time.",
  heart_rate_out_of_range: "Highest heart rate, averages and zones are without those seconds.",
  no_heart_rate: "No heart rate zones, load by heart rate, efficiency or decoupling.",
  no_power: "No power zones, curve or load by power; another load counts.",
  no_samples: "Only totals can be shown.",
  partial: "Everything after the break is missing: time, distance and load are too low.",
  pauses_inferred: "Duration and moving time may be off by some seconds for each gap.",
  power_estimated: "No power zones, curve or load by power; another load counts.",
  power_gaps: "Average power and load by power stand on the rest of the time.",
  power_spikes: "Highest power and best efforts are without those seconds.",
  records_too_late: "What was left out is in no number.",
  samples_dropped: "What was left out is in no number; the rest is whole.",
  sensor_ignored: "Its averages, zones and load are gone; undo it under Your changes.",
  short_for_normalized_power: "Normalized power, intensity and load by power are rough.",
  span_cut: "What came later is in no number.",
  speed_of_a_vehicle: "Pace, best efforts and load by pace are without those seconds.",
  start_hidden: "The order of that day's activities may be wrong; no number is touched.",
  stretch_excluded: "Time, distance, averages and load are without it; undo it under Your changes.",
  summary_missing: "Duration and distance may differ a little from the device's own.",
  track_disagrees: "Map and same-course times may be off; load does not use the track.",
};

/** The sentence for a finding's code; null for one that is not known here. */
export function qualityCost(code: string): string | null {
  return COSTS[code] ?? null;
}
