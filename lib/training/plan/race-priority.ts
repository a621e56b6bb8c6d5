import type { LocalDate } from "../../dates/local-date";

/** A: the season is built for it. B: it is prepared for a week. C: it is trained through. */
export const RACE_PRIORITIES = ["A", "B", "C"] as const;
export type RacePriority = (typeof RACE_PRIORITIES)[number];

export const RACE_SPORTS = ["running", "cycling", "swimming", "triathlon"] as const;
export type RaceSport = (typeof RACE_SPORTS)[number];

export type Race = {
  readonly day: LocalDate;
  readonly priority: RacePriority;
  /** Null or absent where nobody has said. */
  readonly sport?: RaceSport | null;
  readonly distanceM?: number | null;
};

/** Of a race of which nobody has said how much it counts. */
export const UNSAID_PRIORITY: RacePriority = "A";
