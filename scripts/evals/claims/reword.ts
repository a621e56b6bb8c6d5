/** Makes true texts, and ways to be false, out of a finding and a sentence with places in it. */
import { showFact } from "@/lib/assistant/show-fact";
import { say as sayEvidence } from "@/lib/training/insights/evidence";
import type { Evidence, FactUnit, Finding } from "@/lib/training/insights/finding";
import { num, type Part, type Said } from "./parts";
import { inWords } from "./write-values";

const PLACE = /\{(\w+)([-%~]?)(\d?)\}|\[([^\]]+)\]/g;

/** Null where the finding lacks a piece of evidence that the sentence has a place for. */
export function reword(template: string, finding: Finding): Said | null {
  const said: (string | Part)[] = [];
  let at = 0;
  for (const match of template.matchAll(PLACE)) {
    said.push(template.slice(at, match.index));
    at = match.index + match[0].length;
    const part = match[4] === undefined ? placeOf(match, finding) : wayOf(match[4]);
    if (part === null) return null;
    said.push(part);
  }
  return [...said, template.slice(at)];
}

function wayOf(words: string): Part {
  const [text = "", ...wrong] = words.split("|");
  return { kind: "metric", text, wrong };
}

function placeOf(
  [, name = "", sign, other]: RegExpExecArray,
  finding: Finding,
): Part | string | null {
  if (name === "noun") return finding.sport === "cycling" ? "rides" : "runs";
  const one = finding.evidence[Number.parseInt(name, 10)];
  if (!one) return null;
  const step = stepOf(one.unit);
  if (sign === "-" || sign === "%") {
    const second = finding.evidence[Number(other)];
    if (!second) return null;
    const gap = Math.abs(one.value - second.value);
    if (sign === "-") return num(gap, shown({ ...one, id: `${one.id}-gap` }), step);
    return num((100 * gap) / Math.abs(second.value), (value) => String(Math.round(value)), 3);
  }
  if (sign === "~") return roughly(one);
  if (name.endsWith("w")) return num(one.value, inWords, 1);
  return num(one.value, name.endsWith("s") ? saidAs(one) : shown(one), step);
}

const shown = (one: Evidence) => (value: number) => showFact({ ...one, value }, "metric");
const saidAs = (one: Evidence) => (value: number) => sayEvidence({ value, unit: one.unit });

/** To the half hour or the ten, and false by a quarter. */
function roughly(one: Evidence): Part {
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
