/** Makes true texts, and ways to be false, out of a finding and a sentence with places in it. */
import { showFact } from "@/lib/assistant/show-fact";
import { isoWeekday, type LocalDate } from "@/lib/dates/local-date";
import { say as sayEvidence } from "@/lib/training/insights/evidence";
import type { Fact, FactUnit, Finding } from "@/lib/training/insights/finding";
import { num, type Part, type Said } from "./parts";
import { inWords } from "./write-values";

const PLACE = /\{(\w+)([-%~]?)(\d?)\}|\[([^\]]+)\]|\{([a-z-]+\.[\w-]+)\}/g;

/**
 * Null where the finding lacks a piece of evidence that the sentence has a place for.
 * @param facts where `{hrv.last}` is looked up
 */
export function reword(
  template: string,
  finding: Finding,
  facts: readonly Fact[] = finding.evidence,
): Said | null {
  const said: (string | Part)[] = [];
  let at = 0;
  for (const match of template.matchAll(PLACE)) {
    said.push(template.slice(at, match.index));
    at = match.index + match[0].length;
    const part = partOf(match, finding, facts);
    if (part === null) return null;
    said.push(part);
  }
  return [...said, template.slice(at)];
}

function partOf(match: RegExpExecArray, finding: Finding, facts: readonly Fact[]): Part | null {
  const [, , , , words, id] = match;
  if (words !== undefined) return wayOf(words);
  if (id === undefined) return placeOf(match, finding);
  const fact = facts.find((one) => one.id === id);
  return fact ? numberOf(fact, shown(fact), finding.evidence) : null;
}

function wayOf(words: string): Part {
  const [text = "", ...wrong] = words.split("|");
  return { kind: "metric", text, wrong };
}

function placeOf([, name = "", sign, other]: RegExpExecArray, finding: Finding): Part | null {
  if (name === "noun") return nounOf(finding);
  const { evidence } = finding;
  const one = evidence[Number.parseInt(name, 10)];
  if (!one) return null;
  if (name.endsWith("d")) return weekdayOf(one.toDay);
  const step = stepOf(one.unit);
  if (sign === "-" || sign === "%") {
    const second = evidence[Number(other)];
    if (!second) return null;
    const gap = Math.abs(one.value - second.value);
    if (sign === "-") return num(gap, shown({ ...one, id: `${one.id}-gap` }), step);
    return num((100 * gap) / Math.abs(second.value), (value) => String(Math.round(value)), 3);
  }
  if (sign === "~") return roughly(one);
  if (name.endsWith("w")) return num(one.value, inWords, 1);
  return numberOf(one, name.endsWith("s") ? saidAs(one) : shown(one), evidence);
}

/** False also as another number of the same finding, without its sign, and as a share. */
function numberOf(one: Fact, write: (value: number) => string, evidence: readonly Fact[]): Part {
  const part = num(one.value, write, stepOf(one.unit));
  const others = evidence.filter(
    ({ unit, id, value }) =>
      unit === one.unit && id !== one.id && Math.abs(value - one.value) >= stepOf(unit) / 2,
  );
  const more = [
    ...others.map(({ value }) => write(value)),
    ...(one.value < 0 ? [write(-one.value)] : []),
    ...(IN_PERCENT.test(part.text) ? [part.text.replace(IN_PERCENT, " %")] : []),
  ];
  const wrong = [...new Set([...part.wrong, ...more])].filter((text) => text !== part.text);
  return { ...part, wrong };
}

const IN_PERCENT = / (?:bpm|ms|W)$/;

const NOUNS = { cycling: "rides", running: "runs", swimming: "swims" } as const;

function nounOf({ sport }: Finding): Part {
  const text = sport === "cycling" ? NOUNS.cycling : NOUNS.running;
  return { kind: "metric", text, wrong: Object.values(NOUNS).filter((noun) => noun !== text) };
}

const WEEKDAYS = [
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
] as const;

function weekdayOf(day: LocalDate): Part {
  const text = WEEKDAYS[isoWeekday(day) - 1] ?? "";
  return { kind: "day", text, wrong: WEEKDAYS.filter((one) => one !== text) };
}

const shown = (one: Fact) => (value: number) => showFact({ ...one, value }, "metric");
const saidAs = (one: Fact) => (value: number) => sayEvidence({ value, unit: one.unit });

/** To the half hour or the ten, and false by a quarter. */
function roughly(one: Fact): Part {
  const to = one.unit === "s" ? 1800 : 10;
  const near = (value: number) => Math.round(value / to) * to;
  const write = (value: number) =>
    one.unit === "s" ? `${value / 3600} hours`.replace(".5", "½") : String(value);
  const value = near(one.value);
  return {
    kind: "number",
    text: write(value),
    wrong: [near(value * 1.3), near(value * 0.72)].map(write),
  };
}

/** How far off is another value, as it is shown. */
function stepOf(unit: FactUnit): number {
  if (unit === "s") return 660;
  if (unit === "share") return 0.03;
  if (unit === "ratio") return 0.11;
  if (unit === "percent" || unit === "rating" || unit === "kg") return 0.6;
  return unit === "W" || unit === "load" ? 9 : 2;
}
