import type { LocalDate } from "../../dates/local-date";
import type { OwnWeights } from "./recovery-types";

/** The athlete's own weights that hold on a day; null where REC-1's do. */
export function ownWeightsOn(all: readonly OwnWeights[], day: LocalDate): OwnWeights | null {
  const isHeld = ({ fromDay, untilDay }: OwnWeights) =>
    fromDay <= day && (untilDay === null || day < untilDay);
  return all.findLast(isHeld) ?? null;
}
