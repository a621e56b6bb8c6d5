/**
 * Which of the possible loads counts: the best measurement that the activity has.
 * HR-5: power TSS, then rTSS or sTSS, then HRSS, then session RPE, then duration; strength: session RPE, then duration.
 * Reference: science.md 4.
 * Valid: every load on the scale "one hour at threshold is 100"; TRIMP is never one of them.
 */
import { LOAD_METHODS, type LoadAlternative, type LoadMethod } from "../activity/activity-types";
import type { Sport } from "../activity/sports";

const STRENGTH_METHODS: readonly LoadMethod[] = ["srpe", "duration"];

/**
 * The alternatives that the sport allows, best first. The first one is the activity's load,
 * unless the athlete prefers another of them.
 */
export function chooseLoad(
  alternatives: readonly LoadAlternative[],
  sport: Sport,
  preferred: LoadMethod | null = null,
): { loads: LoadAlternative[]; chosen: LoadAlternative | null } {
  const allowed = sport === "strength" ? STRENGTH_METHODS : LOAD_METHODS;
  const loads = allowed.flatMap((method) => alternatives.filter((load) => load.method === method));
  const wanted = loads.find((load) => load.method === preferred);
  return { loads, chosen: wanted ?? loads[0] ?? null };
}
