/** How a model puts a rule's text: in its own order and words, rarely with a number that is not so. */

/** One of so many texts says something false. */
const FALSE_ONE_IN = 60;

type Style = (text: string, title: string) => string;

const STYLES: readonly Style[] = [
  (text) => text,
  (text) => `In short: ${text}`,
  (text) => `Worth knowing: ${lowerFirst(text)}`,
  (text, title) => `${title}. ${text}`,
  (text) => firstSentences(text, 1),
  (text) => firstSentences(text, 2),
  (text) => inOtherWords(text),
  (text) => `This is what your numbers show. ${inOtherWords(text)}`,
];

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bIt fell by\b/g, "It dropped by"],
  [/\bIt rose by\b/g, "It climbed by"],
  [/\babove the\b/g, "higher than the"],
  [/\bis up:/g, "has risen:"],
  [/\bis down:/g, "has dropped:"],
  [/\bin four weeks\b/g, "within four weeks"],
  [/\bof a usual week\b/g, "of a typical week"],
  [/\bThat adds up to\b/g, "Together that makes"],
  [/ min\b/g, " minutes"],
];

/** The same for the same finding of the same prompt. */
export function styled(text: string, title: string, seed: number): string {
  const style = STYLES[seed % STYLES.length] ?? STYLES[0];
  const written = style?.(text, title) ?? text;
  return seed % FALSE_ONE_IN === 0 ? withFalseNumber(written) : written;
}

export function seedOf(words: string): number {
  let seed = 7;
  for (const sign of words) seed = (seed * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return seed;
}

function inOtherWords(text: string): string {
  return WORDS.reduce((words, [from, to]) => words.replace(from, to), text);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function firstSentences(text: string, count: number): string {
  return (
    text
      .match(/.+?[.!?](?=\s|$)/g)
      ?.slice(0, count)
      .join("")
      .trim() ?? text
  );
}

function withFalseNumber(text: string): string {
  return text.replace(/\d+/, (digits) => String(Number(digits) * 3 + 1));
}
