/** What an activity can be; of one session, of several in a row "multisport". */
export const SPORTS = [
  "cycling",
  "running",
  "swimming",
  "strength",
  "walking",
  "hiking",
  "rowing",
  "skiing",
  "yoga",
  "diving",
  "team_sport",
  "multisport",
  "other",
] as const;
export type Sport = (typeof SPORTS)[number];
