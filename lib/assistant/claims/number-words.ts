/** Numbers that are written out; English first, the small ones of German and French. */
import type { Numeral, TextLocale } from "./claim-types";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

const SMALL = new Map<string, number>([
  ...ONES.split(" ").map((word, i) => [word, i] as const),
  ...TENS.split(" ").map((word, i) => [word, (i + 2) * 10] as const),
]);
const ORDINALS = new Map(
  "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ")
    .map((word, i) => [word, i + 2]),
);
const TIMES = new Map([
  ["twice", 2],
  ["thrice", 3],
  ["doubled", 2],
  ["double", 2],
  ["tripled", 3],
  ["triple", 3],
  ["halved", 0.5],
  ["dozen", 12],
]);
const FOREIGN: Readonly<Record<Exclude<TextLocale, "en">, ReadonlyMap<string, number>>> = {
  de: words("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
  fr: words("zéro un deux trois quatre cinq six sept huit neuf dix onze douze"),
};

const one = [...SMALL.keys()].filter((word) => word !== "zero").join("|");
const SMALL_WORD = `(?:${TENS.split(" ").join("|")})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|${one}|zero`;
const CARDINAL = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(?:${SMALL_WORD}|a) (?:hundred|thousand)(?: and)? )?(?:${SMALL_WORD})|(?:${SMALL_WORD}|a) (?:hundred|thousand))(?![\\p{L}\\d])`,
  "gu",
);
/** "one" is a number only before what can be counted. */
const COUNTED =
  /^[ -](?:\p{L}+ )?(?:hours?|minutes?|seconds?|days?|nights?|weeks?|months?|mornings?|sessions?|rides?|runs?|swims?|workouts?|activities|times?|beats?|points?|percent|per cent|watts?|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|%)/u;
const COUNTED_THING =
  /^ (?:\p{L}+ )?(?:days?|nights?|weeks?|mornings?|times?|sessions?|rides?|runs?)/u;
const HALVES = /(?<= )and a (half|quarter)(?!\p{L})/gu;
const FRACTIONS = [
  { pattern: /(?<!\p{L})(?:a )?half(?: of|(?= (?:the|your)))(?!\p{L})/gu, value: 0.5 },
  { pattern: /(?<!\p{L})(?:a |one )?third of(?!\p{L})/gu, value: 1 / 3 },
  { pattern: /(?<!\p{L})two[- ]thirds/gu, value: 2 / 3 },
  { pattern: /(?<!\p{L})three[- ]quarters/gu, value: 0.75 },
  { pattern: /(?<!\p{L})(?:a )?quarter of(?! an)(?!\p{L})/gu, value: 0.25 },
] as const;

export function wordNumerals(text: string, locale: TextLocale): Numeral[] {
  if (locale !== "en") return foreignNumerals(text, FOREIGN[locale]);
  return [...cardinals(text), ...ordinals(text), ...single(text, TIMES), ...fractions(text)];
}

function cardinals(text: string): Numeral[] {
  return [...text.matchAll(CARDINAL)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const after = text.slice(span.end);
    if (match[0] === "one" && !COUNTED.test(after)) return [];
    // "two thirds" and "three quarters" are fractions.
    if (/^[- ](?:thirds|quarters)/u.test(after)) return [];
    // "Two signs stand out": what a text counts of itself.
    if (/^ (?:other )?(?:signs?|things?|reasons?|signals?)(?!\p{L})/u.test(after)) return [];
    return [{ ...span, value: spoken(match[0]), decimals: 0, sign: 0 as const }];
  });
}

function spoken(words: string): number {
  let total = 0;
  for (const word of words.split(/[ -]+/)) {
    if (word === "hundred") total = Math.max(1, total) * 100;
    else if (word === "thousand") total = Math.max(1, total) * 1000;
    else total += SMALL.get(word) ?? 0;
  }
  return total;
}

function ordinals(text: string): Numeral[] {
  return single(text, ORDINALS)
    .filter(({ end }) => COUNTED_THING.test(text.slice(end)))
    .map((numeral) => ({ ...numeral, isOrdinal: true }));
}

function single(text: string, known: ReadonlyMap<string, number>): Numeral[] {
  return [...text.matchAll(/(?<![\p{L}\d])\p{L}+(?![\p{L}\d])/gu)].flatMap((match) => {
    const value = known.get(match[0]);
    if (value === undefined) return [];
    return [
      { start: match.index, end: match.index + match[0].length, value, decimals: 0, sign: 0 },
    ];
  });
}

/** Shares: to the nearest hundredth. */
function fractions(text: string): Numeral[] {
  return FRACTIONS.flatMap(({ pattern, value }) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: value * 100,
      decimals: 0,
      sign: 0 as const,
      isShare: true,
    })),
  );
}

function foreignNumerals(text: string, known: ReadonlyMap<string, number>): Numeral[] {
  // An article is no number.
  return single(text, known).filter(({ value }) => value !== 1);
}

function words(list: string): ReadonlyMap<string, number> {
  return new Map(list.split(" ").map((word, i) => [word, i]));
}

/** Where "and a half" stands, and what it adds. */
export function addedFractions(text: string): { start: number; end: number; value: number }[] {
  return [...text.matchAll(HALVES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: match[1] === "half" ? 0.5 : 0.25,
  }));
}
