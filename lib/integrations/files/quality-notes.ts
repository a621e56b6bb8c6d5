import type { QualityNote } from "@/lib/training/activity/activity-types";

/** What a reader had to repair or could not find, for the athlete. */
export const READ_NOTES = {
  summary_missing: {
    code: "summary_missing",
    severity: "warning",
    text: "The file holds no summary, so start, duration and distance come from its samples.",
  },
  clock_not_set: {
    code: "clock_not_set",
    severity: "warning",
    text: "The device's clock was not set; the start is the local time that it noted at the end.",
  },
  no_samples: {
    code: "no_samples",
    severity: "info",
    text: "The file holds only a summary, no samples: curves, zones and power or heart rate metrics cannot be computed.",
  },
  samples_dropped: {
    code: "samples_dropped",
    severity: "warning",
    text: "Some samples carried no time or an impossible one and were left out.",
  },
  span_cut: {
    code: "span_cut",
    severity: "warning",
    text: "The recording spans more than 48 hours; what comes later was left out.",
  },
  distance_from_positions: {
    code: "distance_from_positions",
    severity: "info",
    text: "The file holds no distance, so it was measured along the recorded positions.",
  },
  start_hidden: {
    code: "start_hidden",
    severity: "warning",
    text: "Strava hides when this began, as its settings ask: the day is right, the time of day is not.",
  },
  power_estimated: {
    code: "power_estimated",
    severity: "info",
    text: "Strava estimated the power of this activity; without a power meter it is left out.",
  },
  decoder_fallback: {
    code: "decoder_fallback",
    severity: "info",
    text: "The file uses an older way of writing times and was read with the second decoder.",
  },
} as const satisfies Record<string, QualityNote>;
