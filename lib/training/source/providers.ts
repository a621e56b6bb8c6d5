/** Where data can come from by itself. */
export const PROVIDERS = [
  "garmin_personal",
  "garmin_connect",
  "garmin_partner",
  "strava",
  "calendar",
] as const;

export type Provider = (typeof PROVIDERS)[number];
