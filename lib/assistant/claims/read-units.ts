import {
  KILOGRAMS_PER_POUND,
  METRES_PER_FOOT,
  METRES_PER_MILE,
  METRES_PER_YARD,
} from "@/lib/units/conversion";
import type { Dimension } from "./claim-types";

export type WrittenUnit = {
  readonly end: number;
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
};

type UnitRow = readonly [pattern: string, dimension: Dimension, factor?: number, offset?: number];

const PER = "(?:/| ?per ?| a )";
/** The longest first where one begins another. Words end where a letter or digit does not follow. */
const UNITS: readonly UnitRow[] = [
  [`(?:ml|millilit(?:re|er)s?) ?${PER} ?kg ?${PER} ?min(?:ute)?`, "oxygen"],
  [`(?:w|watts?) ?${PER} ?(?:kg|kilo(?:gram)?)`, "power-mass"],
  [`(?:km|kilomet(?:re|er)s?) ?${PER} ?(?:h|hour)`, "speed", 1 / 3.6],
  ["km/h|kph", "speed", 1 / 3.6],
  ["mph|miles per hour", "speed", METRES_PER_MILE / 3600],
  [`(?:m|met(?:re|er)s?) ?${PER} ?s(?:econd)?`, "speed"],
  [
    "bpm|times (?:a|per|each) minute|beats(?: (?:per|a|each) minute)?|schläge(?: pro minute)?|battements(?: par minute)?",
    "bpm",
  ],
  ["milliseconds?|msec|ms", "ms", 1],
  ["watts?|w", "power"],
  ["kilojoules?|kj", "energy", 1000],
  ["joules?", "energy"],
  ["kilograms?|kilos?|kg", "mass"],
  ["pounds?|lbs?", "mass", KILOGRAMS_PER_POUND],
  ["°c|degrees? celsius|degrees c", "temperature"],
  ["°f|degrees? fahrenheit|degrees f", "temperature", 5 / 9, -160 / 9],
  ["%|percent|per cent|prozent|pour cent", "percent"],
  ["kilomet(?:re|er)s?|kilomètres?|km|k", "distance", 1000],
  ["miles?|mi", "distance", METRES_PER_MILE],
  ["yards?|yd", "distance", METRES_PER_YARD],
  ["feet|foot|ft", "distance", METRES_PER_FOOT],
  // "5h40".
  ["(?:h(?=\\d{2}(?!\\d)))", "time", 3600],
  ["hours?|hrs?|stunden?|std|heures?|h", "time", 3600],
  ["minutes?|minuten|mins?", "time", 60],
  ["seconds?|secs?|s", "time"],
  ["met(?:re|er)s?|mètres?|m", "distance"],
  // "1.42 times the usual week".
  ["times(?= (?:the|your|as|what|a|its|more|that)(?!\\p{L}))", "times"],
  ["days?|nights?|mornings?|tagen?|tage|nächten?|jours?|nuits?", "days"],
  ["weeks?|wochen?|semaines?", "days", 7],
  ["months?|monate?n?|mois", "days", 30],
  ["(?:load |tss )?points?|tss|(?:units? )?of (?:training )?load|punkte|points", "points"],
  [
    "(?:\\p{L}+ ){0,2}(?:sessions?|rides?|runs?|swims?|workouts?|activities|trainings?|times)",
    "count",
  ],
  // Known to be none of ours: never taken for a bare number.
  ["years?|grams?|g|mg|calories|kcal|ml|lit(?:re|er)s?|l|ounces?|oz|euros?|€|\\$", "unknown"],
];

const PACES: readonly (readonly [pattern: string, metres: number])[] = [
  [`(?:min(?:utes?)? ?)?${PER} ?(?:km|kilomet(?:re|er))`, 1000],
  [`(?:min(?:utes?)? ?)?${PER} ?(?:mi|mile)`, METRES_PER_MILE],
  [`(?:min(?:utes?)? ?)?${PER} ?100 ?(?:m|met(?:re|er)s?)`, 100],
  [`(?:min(?:utes?)? ?)?${PER} ?100 ?(?:yd|yards?)`, 100 * METRES_PER_YARD],
  [`(?:min(?:utes?)? ?)?${PER} ?500 ?(?:m|met(?:re|er)s?)`, 500],
];

const END = "(?![\\p{L}\\d])";
const unitRows = UNITS.map(([pattern, dimension, factor = 1, offset = 0]) => {
  const ends = pattern.startsWith("%") || pattern.endsWith("(?!\\d)))") ? "" : END;
  return { regex: new RegExp(`[ -]?(?:${pattern})${ends}`, "yu"), dimension, factor, offset };
});
const paceRows = PACES.map(([pattern, metres]) => ({
  regex: new RegExp(` ?(?:${pattern})${END}`, "yu"),
  metres,
}));
/** What a number is out of: 100 is a score, 5 a rating, 10 an effort. */
const SCALE =
  / ?(?:out of|of|\/) ?(?:100(?![\p{L}\d%]|[.,:]\d)|(?:five|5|ten|10)(?![\p{L}\d%]|[.,:]\d| ?(?:(?!this|last|that|past|on|in|for)\p{L}+ )?(?:days?|nights?|weeks?|sessions?|rides?|runs?|mornings?|steps?|key|planned)))/uy;

/** The unit that follows at `at`; null when none does. */
export function unitAt(text: string, at: number): WrittenUnit | null {
  const scale = matchAt(SCALE, text, at);
  if (scale !== null) {
    const dimension = scale.endsWith("100") ? "points" : "rating";
    return { end: at + scale.length, name: scale.trim(), dimension, factor: 1, offset: 0 };
  }
  for (const { regex, dimension, factor, offset } of unitRows) {
    const found = matchAt(regex, text, at);
    if (found === null) continue;
    return { end: at + found.length, name: found.trim(), dimension, factor, offset };
  }
  return null;
}

/** "/km" and the like after a clock: the length that a pace is counted over (m). */
export function paceAt(
  text: string,
  at: number,
): { end: number; name: string; metres: number } | null {
  for (const { regex, metres } of paceRows) {
    const found = matchAt(regex, text, at);
    if (found !== null) return { end: at + found.length, name: found.trim(), metres };
  }
  return null;
}

function matchAt(regex: RegExp, text: string, at: number): string | null {
  regex.lastIndex = at;
  return regex.exec(text)?.[0] ?? null;
}
