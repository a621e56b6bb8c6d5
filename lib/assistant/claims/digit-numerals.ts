/** Numbers in digits: signs, decimal marks, thousands, clocks and fractions like 7½. */
import type { Numeral, TextLocale } from "./claim-types";

const CLOCK = /(?<![\p{L}\d.,:])([+-])?(\d{1,3}):(\d{2})(?::(\d{2}))?(?![\d:])/gu;

/** Grouped whole numbers, then decimals, then whole numbers; what a language writes. */
const NUMBERS: Readonly<Record<TextLocale, RegExp>> = {
  en: numberPattern("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+|\\d+,\\d{1,2}(?![\\d,])|\\d+"),
  de: numberPattern("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+,\\d+|\\d+\\.\\d{1,2}(?![\\d.])|\\d+"),
  fr: numberPattern("\\d{1,3}(?: \\d{3})+(?:,\\d+)?|\\d+,\\d+|\\d+\\.\\d+|\\d+"),
};
const GROUP_MARK: Readonly<Record<TextLocale, string>> = { en: ",", de: ".", fr: " " };
const SLIVERS: Readonly<Record<string, number>> = {
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
};

export function digitNumerals(text: string, locale: TextLocale): Numeral[] {
  const clocks = [...text.matchAll(CLOCK)].map(clockNumeral);
  const numbers = [...text.matchAll(NUMBERS[locale])]
    .map((match) => plainNumeral(match, locale))
    .filter((found) => !clocks.some((clock) => overlaps(clock, found)));
  return [...clocks, ...numbers];
}

function numberPattern(digits: string): RegExp {
  // A sign after a digit is a range; a digit after a letter belongs to a name, except in "5h40".
  return new RegExp(
    `(?:(?<![\\p{L}\\d.,:]|\\d[–-])|(?<=\\d(?:h|m)))(?:(?<![\\p{L}\\d%°])([+-]))?(?:(${digits})([½¼¾⅓⅔])?|([½¼¾⅓⅔]))|(?<=\\d)[–-](${digits})`,
    "gu",
  );
}

function clockNumeral(match: RegExpExecArray): Numeral {
  const clock = match.slice(2).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const sign = signOf(match[1]);
  return { start: match.index, end: endOf(match), value: Number.NaN, decimals: 0, sign, clock };
}

function plainNumeral(match: RegExpExecArray, locale: TextLocale): Numeral {
  const [whole, mark, digits, sliver, alone, upper] = match;
  const written = digits ?? upper ?? "0";
  const part = SLIVERS[sliver ?? alone ?? ""];
  const { value, decimals } = amountOf(written, locale);
  // The dash of a range is no part of the number.
  const start = upper === undefined ? match.index : match.index + 1;
  return {
    start,
    end: match.index + whole.length,
    value: value + (part ?? 0),
    decimals: part === undefined ? decimals : 2,
    sign: signOf(mark),
  };
}

function amountOf(written: string, locale: TextLocale): { value: number; decimals: number } {
  const mark = GROUP_MARK[locale];
  const isGrouped = new RegExp(`^\\d{1,3}(?:[${mark}]\\d{3})+(?!\\d)`).test(written);
  const ungrouped = isGrouped ? written.replaceAll(mark, "") : written;
  const plain = ungrouped.replace(",", ".");
  return { value: Number(plain), decimals: plain.split(".")[1]?.length ?? 0 };
}

function signOf(mark: string | undefined): -1 | 0 | 1 {
  if (mark === undefined) return 0;
  return mark === "-" ? -1 : 1;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

export function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}
