/** Numbers with their units, as they were meant: "5 h 40", "60-64 bpm", "4:35 /km", "three rides". */
import type { Dimension, Numeral, Quantity, Reading, Span, TextLocale } from "./claim-types";
import { digitNumerals, overlaps } from "./digit-numerals";
import { addedFractions, wordNumerals } from "./number-words";
import { paceAt, unitAt, type WrittenUnit } from "./read-units";

const RANGE = /^(?: ?[–-] ?| to | and )$/u;
const DASH = /^ ?[–-] ?$/u;
const DURATION_JOIN = /^(?:,? and | |, )?$/u;

/** @param taken places that belong to names and days already */
export function readQuantities(
  text: string,
  locale: TextLocale,
  taken: readonly Span[],
): Quantity[] {
  const numerals = [...digitNumerals(text, locale), ...wordNumerals(text, locale), ...anHour(text)]
    .filter((numeral) => !taken.some((span) => overlaps(span, numeral)))
    .sort((a, b) => a.start - b.start);
  const spoken = withoutScales(numerals.map((numeral) => readNumeral(text, numeral)));
  return joinDurations(text, shareUnits(text, spoken)).map((one) => withHedge(text, one));
}

const HEDGES = [
  ["about", /(?<!\p{L})(?:about|around|roughly|approximately|some|circa|close to) (?:an? )?$/u],
  [
    "under",
    /(?<!\p{L})(?:nearly|almost|just (?:under|below)|a little (?:under|less than)) (?:an? )?$/u,
  ],
  ["over", /(?<!\p{L})(?:just (?:over|above)|a little (?:over|more than|above)) (?:an? )?$/u],
] as const;

function withHedge(text: string, quantity: Quantity): Quantity {
  const before = text.slice(0, quantity.start);
  const hedge = HEDGES.find(([, pattern]) => pattern.test(before))?.[0];
  return hedge ? { ...quantity, hedge } : quantity;
}

/** The 100 of "63 of 100" and of "1:42 /100 m" belongs to the unit. */
function withoutScales(quantities: readonly Quantity[]): Quantity[] {
  return quantities.filter(
    (one, i) => !quantities.slice(0, i).some((other) => other.end > one.start),
  );
}

/** "an hour", "half an hour", "a quarter of an hour": in hours. */
function anHour(text: string): Numeral[] {
  return [...text.matchAll(/(?<!\p{L})(half |a quarter of )?an(?= hour(?!\p{L}))/gu)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: match[1] === undefined ? 1 : match[1].startsWith("half") ? 0.5 : 0.25,
      decimals: match[1] === undefined ? 0 : 2,
      sign: 0 as const,
    }),
  );
}

function readNumeral(text: string, numeral: Numeral): Quantity {
  if (numeral.clock) return readClock(text, numeral, numeral.clock);
  const half = 0.5 * 10 ** -numeral.decimals;
  const unit = numeral.isShare ? null : unitAfter(text, numeral);
  const bare: Dimension = numeral.isShare ? "percent" : "bare";
  const reading: Reading = {
    dimension: unit?.dimension ?? bare,
    value: numeral.value + (unit?.more ?? 0),
    factor: unit?.factor ?? 1,
    offset: unit?.offset ?? 0,
    half,
  };
  return {
    start: numeral.start,
    end: unit?.end ?? numeral.end,
    sign: numeral.sign,
    unit: unit?.name ?? "",
    readings: [reading],
  };
}

/** "five and a half hours" has its fraction before the unit, "an hour and a half" after it. */
function unitAfter(text: string, { end }: Numeral): (WrittenUnit & { more: number }) | null {
  const added = addedFractions(text);
  const before = added.find(({ start }) => start === end + 1);
  const unit = unitAt(text, before?.end ?? end);
  if (unit === null) return null;
  const after = before ?? added.find(({ start }) => start === unit.end + 1);
  return { ...unit, end: Math.max(unit.end, after?.end ?? 0), more: after?.value ?? 0 };
}

function readClock(text: string, numeral: Numeral, clock: readonly number[]): Quantity {
  const common = { start: numeral.start, sign: numeral.sign };
  const [first = 0, second = 0, third] = clock;
  const seconds = third === undefined ? first * 60 + second : first * 3600 + second * 60 + third;
  const pace = paceAt(text, numeral.end);
  if (pace) {
    const reading = readingOf("pace", seconds, 1 / pace.metres, 0.5);
    return { ...common, end: pace.end, unit: pace.name, readings: [reading] };
  }
  const unit = unitAt(text, numeral.end);
  const end = unit?.dimension === "time" ? unit.end : numeral.end;
  const readings = [readingOf("time", seconds, 1, 0.5)];
  // "7:20" can be hours and minutes.
  if (third === undefined) readings.push(readingOf("time", first * 3600 + second * 60, 1, 30));
  return { ...common, end, unit: "clock", readings };
}

function readingOf(dimension: Dimension, value: number, factor: number, half: number): Reading {
  return { dimension, value, factor, offset: 0, half };
}

/** Two numbers that are one range, the first of them the greater: "64-60". */
export function brokenRanges(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.filter((quantity, i) => {
    const next = quantities[i + 1];
    const [low, high] = [quantity.readings[0], next?.readings[0]];
    if (!next || !low || !high || low.dimension !== high.dimension) return false;
    const link = text.slice(quantity.end, next.start);
    const isBetween = /between $/u.test(text.slice(0, quantity.start)) && link === " and ";
    return (isBetween || DASH.test(link)) && low.value * low.factor > high.value * high.factor;
  });
}

/** In "60-64 bpm" and "between 60 and 64 bpm" the first number has the unit of the second. */
function shareUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, i) => {
    const next = quantities[i + 1];
    const [reading, nextReading] = [quantity.readings[0], next?.readings[0]];
    if (!next || !reading || !nextReading || reading.dimension !== "bare") return quantity;
    if (!RANGE.test(text.slice(quantity.end, next.start))) return quantity;
    const { dimension, factor, offset } = nextReading;
    if (next.unit === "clock") return quantity;
    return { ...quantity, unit: next.unit, readings: [{ ...reading, dimension, factor, offset }] };
  });
}

/** "5 h 40", "5 hours and 40 minutes", "1 min 30 s": one duration. */
function joinDurations(text: string, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const before = joined.at(-1);
    const both = before ? joinTwo(text, before, quantity) : null;
    if (both) joined[joined.length - 1] = both;
    else joined.push(quantity);
  }
  return joined;
}

function joinTwo(text: string, a: Quantity, b: Quantity): Quantity | null {
  const [one, other] = [a.readings[0], b.readings[0]];
  if (!one || !other || a.unit === "clock" || one.dimension !== "time") return null;
  if (!DURATION_JOIN.test(text.slice(a.end, b.start))) return null;
  const factor = other.dimension === "bare" ? one.factor / 60 : other.factor;
  const isPart = other.dimension === "bare" || other.dimension === "time";
  const isSmaller = factor < one.factor && other.value < 60 && one.factor > 1;
  if (!isPart || !isSmaller || !Number.isInteger(one.value)) return null;
  const value = one.value * one.factor + other.value * factor;
  return {
    start: a.start,
    end: b.end,
    sign: a.sign,
    unit: "duration",
    readings: [readingOf("time", value, 1, other.half * factor)],
  };
}
