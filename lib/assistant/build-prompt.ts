/**
 * A request to a language model: first what is the same for every athlete, byte for byte, then
 * the athlete's data. Takes only what has leave to be read.
 */
import type { Fact } from "@/lib/training/insights/finding";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { Problem } from "./claims/claim-types";
import type { FactOrigins, Facts } from "./facts-types";
import { inUnits } from "./in-units";
import type { WrittenInsight } from "./insight-schema";
import { showFact } from "./show-fact";
import { dataBlock } from "./untrusted";

export const PROMPT_KINDS = ["weekly", "daily", "debrief"] as const;
export type PromptKind = (typeof PROMPT_KINDS)[number];

/** The prompts' Markdown, without their front matter. */
export type PromptTexts = Readonly<Record<PromptKind | "rules" | "repair", string>>;

type Turn = { readonly role: "user" | "assistant"; readonly text: string };

export type Prompt = {
  /** The same for every athlete: the provider may keep it. */
  readonly prefix: string;
  readonly turns: readonly Turn[];
  /** Exactly what is sent of the athlete's. */
  readonly sent: string;
};

export function buildPrompt(
  kind: PromptKind,
  texts: PromptTexts,
  { value: facts }: AiAllowed<Facts>,
): Prompt {
  const sent = compactFacts(facts);
  return {
    prefix: `${texts.rules}\n\n${texts[kind]}`,
    turns: [{ role: "user", text: dataBlock(sent) }],
    sent,
  };
}

/** What was refused of one insight. */
export type Refused = {
  readonly part: "title" | "text" | "action";
  readonly problem: Problem;
  /** Place in the list of insights. */
  readonly insight: number;
};

/** The same request once more, with the answer and what was wrong about it. */
export function buildRepair(
  prompt: Prompt,
  texts: PromptTexts,
  insights: readonly WrittenInsight[],
  refused: readonly Refused[],
): Prompt {
  const rows = refused.map(({ insight, part, problem }) => ({
    ...{ insight, part, said: problem.said, why: problem.why },
  }));
  return {
    ...prompt,
    turns: [
      ...prompt.turns,
      { role: "assistant", text: JSON.stringify({ insights }) },
      { role: "user", text: `${texts.repair}\n\n${JSON.stringify({ refused: rows })}` },
    ],
  };
}

/** Rows instead of objects: the names would be half of what is sent. */
export function compactFacts(facts: Facts): string {
  const { units } = facts.athlete;
  const remembered = new Set(facts.memory.flatMap(({ factIds }) => factIds));
  const rowOf = (fact: Fact) => [
    ...[fact.id, fact.label, showFact(fact, units)],
    ...(fact.fromDay === fact.toDay ? [fact.toDay] : [fact.fromDay, fact.toDay]),
  ];
  return JSON.stringify({
    ...facts,
    facts: facts.facts.filter(({ id }) => !remembered.has(id)).map(rowOf),
    origins: byOrigin(facts.origins),
    findings: facts.findings.map(({ sport, ...finding }) => {
      const own = facts.facts.filter(({ id }) => finding.factIds.includes(id));
      const told = { ...finding, text: inUnits(finding.text, own, units) };
      return sport ? { ...told, sport } : told;
    }),
    events: facts.events
      .filter(({ isHidden }) => !isHidden)
      .map(({ title, ...event }) => (title ? { ...event, title } : event)),
    memory: facts.memory.map(({ id, title, words, factIds }) => {
      const own = facts.facts.filter((fact) => factIds.includes(fact.id));
      return words === null ? rememberedRow({ id, title, own }, rowOf) : { id, title, words };
    }),
  });
}

/** Each origin once, with the beginnings of the ids that it has. */
function byOrigin(origins: FactOrigins): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  for (const [family, origin] of Object.entries(origins)) {
    found[origin] = [...(found[origin] ?? []), family];
  }
  return found;
}

/** Days that all of its numbers have are told once; a week's title is its days. */
function rememberedRow(
  {
    id,
    title,
    own,
  }: { readonly id: string; readonly title: string; readonly own: readonly Fact[] },
  rowOf: (fact: Fact) => readonly string[],
) {
  const { fromDay, toDay } = own[0] ?? {};
  const isOne = own.every((fact) => fact.fromDay === fromDay && fact.toDay === toDay);
  if (!/^(?:week|month):/.test(id) || !isOne) return { id, title, facts: own.map(rowOf) };
  return { id, days: [fromDay, toDay], facts: own.map((fact) => rowOf(fact).slice(0, 3)) };
}
