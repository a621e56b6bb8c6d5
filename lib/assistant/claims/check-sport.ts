/** The sport of a finding: its rides are no runs. */
import type { Problem } from "./claim-types";
import type { ReadText } from "./read-text";

const SPORTS = {
  cycling: "rides?|rode|riding|ridden|cycling|cycled|bike|biking|spins?|saddle|pedall?(?:ing|ed)",
  running: "runs?|ran|running|jogs?|jogging|jogged",
  swimming: "swims?|swam|swum|swimming|pool|lengths",
} as const;
type Named = keyof typeof SPORTS;
const NAMES = Object.keys(SPORTS) as Named[];
/** "In the long run", "run down", "your range runs from 58": nobody ran. */
const NO_SPORT =
  /(?:(?:long|short|dry|trial) run(?!\p{L})|run(?:s|ning)? (?:down|out|into|from|low|high|late|up|over|at|on|between|through|its)|pools? of)/gu;

/**
 * Words of other sports than the finding's, unless its own words have them.
 * @param own what rules say of it
 */
export function ofOtherSport(
  { plain }: ReadText,
  sport: string | null,
  own: string,
): readonly Problem[] {
  const known = NAMES.find((name) => name === sport);
  if (!known) return [];
  const idle = [...plain.matchAll(NO_SPORT)].map(({ index }) => index);
  return NAMES.filter((name) => name !== known).flatMap((name) => {
    const words = wordsOf(name);
    if (words.test(own)) return [];
    return [...plain.matchAll(new RegExp(words.source, "gu"))].flatMap(({ index, 0: said }) => {
      const span = { start: index, end: index + said.length };
      if (idle.some((at) => at <= index && index - at < MOST_IDLE)) return [];
      return [
        { ...span, kind: "metric" as const, said, why: `It is about ${known}, not ${name}.` },
      ];
    });
  });
}

/** "long run": how far before the word its idle use may begin. */
const MOST_IDLE = 6;

function wordsOf(name: Named): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${SPORTS[name]})(?!\\p{L})`, "u");
}
