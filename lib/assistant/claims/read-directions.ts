/** Words that say which way a metric went or stands. */
import type { DirectionMention } from "./claim-types";

const UP = [
  ...[
    "rose",
    "rises",
    "rising",
    "risen",
    "climbed",
    "climbs",
    "climbing",
    "increased",
    "increases",
  ],
  ...["increasing", "grew", "grows", "grown", "growing", "gained", "jumped", "higher", "elevated"],
  ...[
    "above",
    "raised",
    "longer",
    "greater",
    "surged",
    "more than",
    "upwards",
    "upward",
    "heavier",
    "exceeds",
  ],
  ...["exceeded", "gestiegen", "höher", "über", "augmenté", "supérieur", "supérieure"],
];
const DOWN = [
  ...[
    "fell",
    "falls",
    "falling",
    "fallen",
    "dropped",
    "drops",
    "dropping",
    "decreased",
    "decreases",
  ],
  ...[
    "decreasing",
    "declined",
    "declines",
    "declining",
    "lower",
    "below",
    "beneath",
    "shorter",
    "lighter",
  ],
  ...["shrank", "sank", "sinking", "slipped", "less than", "fewer than", "downwards", "downward"],
  ...["dipped", "reduced", "gesunken", "niedriger", "unter", "baissé", "inférieur", "inférieure"],
];
const BETTER = ["improved", "improves", "improving", "better", "improvement"];
const WORSE = ["worsened", "worse", "worsening", "deteriorated"];

/** "up" and "down" only where they tell of a change, not in "warm up" or "up to". */
const UP_DOWN =
  /(?<=(?:\b(?:is|are|was|were|went|gone|trending|trended|moved|came|come|stays?)|[,(]|\d\S{0,4}(?: \p{L}{1,5}| %)?) )(up|down)(?! to)(?!\p{L})|(?<!\p{L})(?<!(?:ma[dk]es?|adds?|added|buil[dt]|caught) )(up|down)(?= (?:by |from |on |against |compared |since |over |\d|[+-]\d))/gu;
/** "40 min more", "more than usual". */
const MORE_LESS =
  /(?<=\d\S{0,4}(?: \p{L}{1,7}| %)? )(more|less|fewer|further)(?! (?:of|days?|nights?))(?!\p{L})/gu;
/** "Went down to 54", "a rise of 14", "lost 14 points". */
const MOVED =
  /(?<=(?:is|are|was|were|went|gone|moved|came|come|trended) )(up|down)(?= to)|(?<=(?:a|the) )(rise|increase|jump|fall|drop|decrease|decline)(?= of)|(?<!\p{L})(?:lost|added|gained)(?= (?:about )?[\d.,]+ ?(?:points?|%|ms|bpm|w(?!\p{L})))/gu;
/** "Is still low", "stays high". */
const LEVEL =
  /(?<=(?:is|are|was|were|stays?|remains?|looks?|been|sits)(?: (?:still|too|very|rather|quite|now|again|unusually))? )(low|high)(?! (?:end|enough))(?!\p{L})/gu;
/** "over its usual", never "over the last week". */
const OVER_UNDER =
  /(?<!\p{L})(over|under)(?= (?:your |the |its )?(?:usual|normal|mean|average|baseline|own|threshold|range))/gu;
const NEGATION =
  /(?:\bnot|n't|\bno|\bnever|\bwithout|\bneither|\bnor|\bhardly)(?: (?:yet|been|longer|any|really|clearly|much|gone|come))? ?$/u;

/** "Signs that count for more than one", "more than you recover from" hold nothing against a number. */
const WORDS = new RegExp(
  `(?<!\\p{L})(?<!counts? for )(${[...UP, ...DOWN, ...BETTER, ...WORSE].sort((a, b) => b.length - a.length).join("|")})(?!\\p{L})(?! you (?:are )?(?:recover|can(?!\\p{L})))`,
  "gu",
);

export function readDirections(text: string): DirectionMention[] {
  return [WORDS, UP_DOWN, MORE_LESS, MOVED, OVER_UNDER, LEVEL]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter((match) => !isOnACalendar(text, match))
    .map((match) => mention(text, match))
    .sort((a, b) => a.start - b.start);
}

/** "2 hard sessions fell on a morning of rest": nothing went down. */
function isOnACalendar(text: string, { index, 0: word }: RegExpExecArray): boolean {
  if (!/^fall/u.test(word) && word !== "fell") return false;
  const isDated = /^ (?:on|into|within|in|through|by the wayside)(?!\p{L})/u.test(
    text.slice(index + word.length),
  );
  const subject = /(?:sessions?|days?|rides?|runs?|swims?|workouts?|races?)(?: [\p{L}\d]+){0,4} $/u;
  return isDated && subject.test(text.slice(0, index));
}

function mention(text: string, match: RegExpExecArray): DirectionMention {
  const word = match[0];
  return {
    start: match.index,
    end: match.index + word.length,
    sign: isUp(word) ? 1 : -1,
    isJudged: [...BETTER, ...WORSE].includes(word),
    isNegated: NEGATION.test(text.slice(0, match.index)),
    isLevel:
      /^(?:low|high)$/u.test(word) || /^ at(?!\p{L})/u.test(text.slice(match.index + word.length)),
  };
}

function isUp(word: string): boolean {
  return [
    ...UP,
    ...BETTER,
    "up",
    "more",
    "further",
    "over",
    "rise",
    "increase",
    "jump",
    "added",
    "high",
  ].includes(word);
}
