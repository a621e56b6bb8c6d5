/** Days that a text names: "yesterday", "Tuesday", "21 November", "the last 7 days". */
import {
  addDays,
  daysBetween,
  isoWeekday,
  type LocalDate,
  parseLocalDate,
  startOfIsoWeek,
} from "@/lib/dates/local-date";
import type { DayMention } from "./claim-types";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS = [
  ...["january", "february", "march", "april", "may", "june", "july", "august"],
  ...["september", "october", "november", "december"],
];
const MONTH = `(?:${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|sept)\\.?`;
const NUMBER = "\\d{1,2}(?:st|nd|rd|th)?";
const YEAR = "(?:,? (\\d{4}))?";
const END = "(?![\\p{L}\\d])";
const ISO = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/gu;
const DAY_MONTH = new RegExp(`(?<![\\p{L}\\d.,])(${NUMBER})(?: of)? (${MONTH})${YEAR}${END}`, "gu");
const MONTH_DAY = new RegExp(`(?<!\\p{L})(${MONTH}) (${NUMBER})${YEAR}${END}`, "gu");
const WEEKDAY = new RegExp(
  `(?<!\\p{L})(${WEEKDAYS.join("|")}|(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\\.?(?= (?:\\d|night|morning|evening)))s?${END}`,
  "gu",
);
const RELATIVE =
  /(?<!\p{L})(the day before yesterday|yesterday|last night|tonight|today|this morning|this evening|tomorrow|this week|(?:the |this )?past week|the last week|last week|the week before)(?!\p{L})/gu;
const AGO = /(?<!\p{L})(\d{1,3}|two|three|four|five|six|seven) (days?|weeks?) ago(?!\p{L})/gu;
const PERIOD =
  /(?<!\p{L})(?:the )?(?:last|past|previous|prior|these|preceding) (\d{1,3}|two|three|four|five|six|seven|ten|twelve|fourteen|twenty-eight)[ -](days?|nights?|mornings?|weeks?)(?!\p{L})/gu;
const SPELLED: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 },
  ...{ ten: 10, twelve: 12, fourteen: 14, "twenty-eight": 28 },
};
const EDGE =
  /(?:since|until|till|from|to|starting|by|through|began|begun|week of|weeks of|week beginning) (?:on |the )?$/u;
/** How far away a weekday without more words can be. */
const NEAR_DAYS = 7;

type Spans = DayMention["spans"];

/** `day` is the day that the text is written on. */
export function readDays(text: string, day: LocalDate): DayMention[] {
  const mentions = [
    ...found(text, ISO, (m) => exactly(parseLocalDate(m[1] ?? ""))),
    ...found(text, DAY_MONTH, (m) => exactly(dayOf(m[1], m[2], m[3], day))),
    ...found(text, MONTH_DAY, (m) => exactly(dayOf(m[2], m[1], m[3], day))),
    ...found(text, WEEKDAY, (m) => weekdays(m[1] ?? "", day)),
    ...found(text, RELATIVE, (m) => relative(m[1] ?? "", day)),
    ...[...text.matchAll(AGO)].map((m) => ({
      ...period(text, m),
      kind: "day" as const,
      spans: exactly(addDays(day, -lengthOf(m))),
      length: null,
      ago: lengthOf(m),
    })),
    ...[...text.matchAll(PERIOD)].map((m) => period(text, m)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return withoutOverlaps(mentions).map((mention) =>
    /^(?:the |this )?(?:past|last|this) week$|^the week before$/u.test(
      text.slice(mention.start, mention.end),
    )
      ? { ...mention, kind: "week" }
      : mention,
  );
}

function found(
  text: string,
  pattern: RegExp,
  spansOf: (match: RegExpExecArray) => Spans,
): DayMention[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: "day",
    spans: spansOf(match),
    length: null,
    isEdge: EDGE.test(text.slice(0, match.index)),
  }));
}

function period(text: string, match: RegExpExecArray): DayMention {
  const isBefore = /previous|prior|preceding/.test(match[0]);
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: "period",
    spans: [],
    length: lengthOf(match),
    isEdge: isBefore || EDGE.test(text.slice(0, match.index)),
  };
}

function lengthOf(match: RegExpExecArray): number {
  const count = SPELLED[match[1] ?? ""] ?? Number(match[1]);
  return match[2]?.startsWith("week") ? count * 7 : count;
}

function exactly(day: LocalDate | null): Spans {
  return day === null ? [] : [{ from: day, to: day }];
}

function dayOf(
  number: string | undefined,
  month: string | undefined,
  year: string | undefined,
  near: LocalDate,
): LocalDate | null {
  const index = MONTHS.findIndex((name) => name.startsWith((month ?? "?").slice(0, 3)));
  const tail = `-${String(index + 1).padStart(2, "0")}-${String(Number.parseInt(number ?? "0", 10)).padStart(2, "0")}`;
  if (year !== undefined) return parseLocalDate(`${year}${tail}`);
  const thisYear = Number(near.slice(0, 4));
  const days = [thisYear - 1, thisYear, thisYear + 1].flatMap((each) => {
    const day = parseLocalDate(`${each}${tail}`);
    return day === null ? [] : [day];
  });
  const away = (day: LocalDate) => Math.abs(daysBetween(day, near));
  return days.sort((a, b) => away(a) - away(b))[0] ?? null;
}

function weekdays(word: string, day: LocalDate): Spans {
  const index = WEEKDAYS.findIndex((name) => name.startsWith(word.slice(0, 3)));
  const ahead = (index + 1 - isoWeekday(day) + 7) % 7;
  const steps = ahead === 0 ? [0, -NEAR_DAYS, NEAR_DAYS] : [ahead - 7, ahead];
  return steps.flatMap((step) => exactly(addDays(day, step)));
}

function relative(word: string, day: LocalDate): Spans {
  const monday = startOfIsoWeek(day);
  switch (word) {
    case "the day before yesterday":
      return exactly(addDays(day, -2));
    case "yesterday":
      return exactly(addDays(day, -1));
    case "tomorrow":
      return exactly(addDays(day, 1));
    case "past week":
    case "the past week":
    case "this past week":
    case "the last week":
      return [
        { from: addDays(day, -6), to: day },
        { from: addDays(day, -7), to: addDays(day, -1) },
      ];
    case "this week":
      return [
        { from: monday, to: addDays(monday, 6) },
        { from: monday, to: day },
        { from: addDays(day, -6), to: day },
        { from: addDays(day, -7), to: addDays(day, -1) },
      ];
    case "last week":
    case "the week before":
      return [
        { from: addDays(monday, -7), to: addDays(monday, -1) },
        { from: addDays(day, -13), to: addDays(day, -7) },
        { from: addDays(day, -14), to: addDays(day, -8) },
      ];
    default:
      return exactly(day);
  }
}

function withoutOverlaps(mentions: readonly DayMention[]): DayMention[] {
  const kept: DayMention[] = [];
  for (const mention of mentions) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  }
  return kept;
}
