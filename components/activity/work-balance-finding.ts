import type { WorkBalance } from "@/lib/training/capacity/work-balance";
import { formatDuration } from "@/lib/units/format-duration";

/** "W′ fell to 3.2 kJ at 45:10; 2 efforts took 2 kJ or more." */
export function workBalanceFinding({
  lowestJ,
  lowestAtS,
  matches,
  isEmptied,
}: WorkBalance): string {
  const when = formatDuration(lowestAtS + 1);
  const low = isEmptied
    ? `W′ was used up at ${when}`
    : `W′ fell to ${(lowestJ / 1000).toFixed(1)} kJ at ${when}`;
  const efforts =
    matches === 0
      ? "no effort took 2 kJ"
      : `${matches} ${matches === 1 ? "effort" : "efforts"} took 2 kJ or more`;
  return `${low}; ${efforts}.`;
}
