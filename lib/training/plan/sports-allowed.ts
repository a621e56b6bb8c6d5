import { isForbidden } from "./forbidden-sports";
import { isTooHot } from "./heat-limits";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import { weekRoomS } from "./week-room";

/** Less of a sport is no session. */
const SHORTEST_S = 1200;

type SportFilter = {
  readonly leavesOut: string;
  readonly isAllowed: (trained: TrainedSport, input: RecommendationInput) => boolean;
};

const FILTERS: readonly SportFilter[] = [
  {
    leavesOut: "an injury forbids it",
    isAllowed: ({ sport }, { events }) => !isForbidden(events, sport),
  },
  {
    leavesOut: "the week has enough of it",
    isAllowed: ({ volume }) => weekRoomS(volume) >= SHORTEST_S,
  },
  {
    leavesOut: "it is too hot out of doors",
    isAllowed: ({ sport }, input) => !isTooHot(input, sport),
  },
];

/** Without what an injury forbids, the week has enough of or the heat makes hard, while any is left. */
export function sportsAllowed(input: RecommendationInput): RecommendationInput["sports"] {
  return FILTERS.reduce((sports, { isAllowed }) => {
    const [first, ...others] = sports.filter((trained) => isAllowed(trained, input));
    return first ? [first, ...others] : sports;
  }, input.sports);
}

/** What speaks against a sport today; null when nothing does. */
export function whyLeftOut(trained: TrainedSport, input: RecommendationInput): string | null {
  return FILTERS.find(({ isAllowed }) => !isAllowed(trained, input))?.leavesOut ?? null;
}
