export const RACE_SPORTS = ["running", "cycling", "swimming", "triathlon"] as const;
