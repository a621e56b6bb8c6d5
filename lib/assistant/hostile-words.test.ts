import { describe, expect, it } from "vitest";
import { aiAllowed } from "@/lib/training/source/ai-allowed";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import { HOSTILE_BY_LANGUAGE, HOSTILE_STRINGS } from "@/tests/evals/hostile-strings";
import { buildPrompt, type PromptTexts } from "./build-prompt";
import type { Facts } from "./facts-types";
import { forbiddenReason, guardWords } from "./guardrails";
import { cleanWords } from "./untrusted";
import { verifyClaims } from "./verify-claims";

const TEXTS: PromptTexts = { rules: "R", weekly: "W", daily: "D", debrief: "A", repair: "P" };
const [strained] = SCENARIOS as readonly [Numbers];
const base = factsOf(strained);
const withTitle = (title: string | null): Facts => ({
  ...base,
  events: [{ kind: "note", fromDay: base.day, toDay: base.day, title }],
});
const promptOf = (facts: Facts) =>
  buildPrompt("weekly", TEXTS, aiAllowed({ value: facts, from: ["athlete"] }));
const harmless = withTitle("A walk");
const RULE = { title: "Rest today", text: "Form is −18.", action: "Keep today easy." };
const TRUE_TEXT = "Your HRV was 43 ms last night.";
const FALSE_TEXT = "Your HRV was 140 ms last night.";

it("has a hundred and more of them, each once", () => {
  expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(100);
  expect(new Set(HOSTILE_STRINGS).size).toBe(HOSTILE_STRINGS.length);
});

it("speaks many languages in many scripts", () => {
  const { mixed: _mixed, ...languages } = HOSTILE_BY_LANGUAGE;
  expect(Object.keys(languages).length).toBeGreaterThanOrEqual(25);
  const scripts = [
    ...["Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Devanagari", "Bengali", "Han"],
    ...["Hiragana", "Hangul", "Thai"],
  ];
  const isWritten = (script: string) =>
    Object.entries(languages).some(
      // Latin letters stand in orders of every language.
      ([language, texts]) =>
        (script === "Latin" || language !== "en") &&
        new RegExp(`\\p{Script=${script}}`, "u").test(texts.join()),
    );
  expect(scripts.filter((script) => !isWritten(script))).toEqual([]);
});

describe.each(HOSTILE_STRINGS.map((text) => ({ text })))("$text", ({ text }) => {
  const title = cleanWords(text, "title");
  const facts = withTitle(title);
  const prompt = promptOf(facts);

  it("changes the words of one title and nothing else", () => {
    const plain = promptOf(harmless);
    expect(prompt.prefix).toBe(plain.prefix);
    expect(prompt.turns.map(({ role }) => role)).toEqual(["user"]);
    const block = prompt.turns[0]?.text ?? "";
    expect(block.match(/<\/?athlete_data>/g)).toEqual(["<athlete_data>", "</athlete_data>"]);
    const inside = block.slice("<athlete_data>".length, -"</athlete_data>".length);
    expect(inside).not.toMatch(/[<>]/);
    const [event] = JSON.parse(plain.sent).events;
    expect(JSON.parse(inside)).toEqual({
      ...JSON.parse(plain.sent),
      events: [title === "" ? { ...event, title: undefined } : { ...event, title }].map((one) =>
        JSON.parse(JSON.stringify(one)),
      ),
    });
  });

  it("is short, on one line, and has nothing that nobody sees", () => {
    expect([...title].length).toBeLessThanOrEqual(120);
    expect(title).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}<>{}[\]`]/u);
  });

  it("does not move what is true, nor what the rules say", () => {
    expect(verifyClaims(TRUE_TEXT, facts)).toEqual(verifyClaims(TRUE_TEXT, harmless));
    expect(verifyClaims(FALSE_TEXT, facts)).toEqual(verifyClaims(FALSE_TEXT, harmless));
    expect(verifyClaims(FALSE_TEXT, facts).ok).toBe(false);
    expect(guardWords(RULE, facts, RULE)).toEqual(guardWords(RULE, harmless, RULE));
  });

  it("brings no number to the screen when a model repeats it", () => {
    const words = { title: "A title", text, action: "Rest." };
    if (!/\p{N}/u.test(text)) return;
    const isStopped = !verifyClaims(text, facts).ok || forbiddenReason(words, facts) !== null;
    expect(isStopped).toBe(true);
  });
});
