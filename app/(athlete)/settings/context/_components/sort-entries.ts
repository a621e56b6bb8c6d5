import type { NoticedEvent } from "@/components/today/event-notices";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { BodyPart } from "@/lib/training/plan/injuries";
import type { RacePriority, RaceSport } from "@/lib/training/plan/race-priority";

/** An entry as its form knows it; what its kind does not ask for is null. */
export type Entry = NoticedEvent & {
  readonly id: string;
  readonly priority: RacePriority | null;
  readonly raceSport: RaceSport | null;
  readonly raceDistanceM: number | null;
  readonly bodyPart: BodyPart | null;
  readonly forbidden: readonly Sport[] | null;
};

export type SortedEntries = {
  readonly now: readonly Entry[];
  /** The next first. */
  readonly ahead: readonly Entry[];
  /** The last first. */
  readonly past: readonly Entry[];
};

export function sortEntries(entries: readonly Entry[], today: LocalDate): SortedEntries {
  const inOrder = [...entries].sort((a, b) => a.fromDay.localeCompare(b.fromDay));
  return {
    now: inOrder.filter(({ fromDay, toDay }) => fromDay <= today && toDay >= today),
    ahead: inOrder.filter(({ fromDay }) => fromDay > today),
    past: inOrder.filter(({ toDay }) => toDay < today).reverse(),
  };
}
