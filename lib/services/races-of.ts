import type { MorningHistory } from "@/db/queries/morning-history";
import { type Race, UNSAID_PRIORITY } from "@/lib/training/plan/race-priority";

/** The races that the athlete has told, past and ahead. */
export function racesOf({ events }: Pick<MorningHistory, "events">): Race[] {
  return events
    .filter(({ kind }) => kind === "race")
    .map(({ fromDay, priority, raceSport, raceDistanceM }) => ({
      ...{ day: fromDay, priority: priority ?? UNSAID_PRIORITY },
      ...{ sport: raceSport, distanceM: raceDistanceM },
    }));
}
