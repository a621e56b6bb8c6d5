import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPrompts } from "@/lib/services/read-prompts";
import { aiAllowed } from "@/lib/training/source/ai-allowed";
import { factsOf, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import { buildPrompt, buildRepair, PROMPT_KINDS } from "./build-prompt";
import { writtenInsights } from "./insight-schema";
import { MODELS } from "./models";
import { ASSISTANT_SETTINGS } from "./settings";

/** A token is seldom more. */
const SIGNS_PER_TOKEN = 5;
const days = SCENARIOS.map((numbers) =>
  aiAllowed({ value: factsOf(numbers), from: ["file"] as const }),
);

describe("a prompt", () => {
  it.each(PROMPT_KINDS)("of kind %s begins with the same bytes for everybody", async (kind) => {
    const { texts } = await readPrompts();
    const prompts = days.map((facts) => buildPrompt(kind, texts, facts));
    expect(new Set(prompts.map(({ prefix }) => prefix)).size).toBe(1);
    expect(new Set(prompts.map(({ sent }) => sent)).size).toBe(SCENARIOS.length);
    const [prompt] = prompts;
    expect(prompt?.prefix).not.toMatch(/\d{4}-\d{2}-\d{2}|undefined/);
  });

  it("is long enough to be kept by the model that is asked, and the docs say where it is not", async () => {
    const { texts } = await readPrompts();
    const isKept = (kind: (typeof PROMPT_KINDS)[number], model: keyof typeof MODELS) =>
      `${texts.rules}\n\n${texts[kind]}`.length / SIGNS_PER_TOKEN > MODELS[model].leastCachedTokens;
    for (const kind of PROMPT_KINDS) {
      expect(isKept(kind, ASSISTANT_SETTINGS.features[kind].model), kind).toBe(true);
    }
    const { model: better } = ASSISTANT_SETTINGS.escalation;
    const short = PROMPT_KINDS.filter((kind) => !isKept(kind, better));
    const said = `too short to be sure to be kept by \`${better}\`: ${short.join(", ") || "none"}.`;
    expect(readFileSync("docs/assistant.md", "utf8")).toContain(said);
  });

  it("gives values as the athlete reads them, in rows", async () => {
    const { texts } = await readPrompts();
    const [facts] = days;
    if (!facts) throw new Error("There is no scenario.");
    const { sent, turns } = buildPrompt("weekly", texts, facts);
    const { facts: rows, athlete } = JSON.parse(sent);
    expect(rows).toContainEqual(["sleep.last", "Sleep, last night", "5 h 40", "2026-11-22"]);
    expect(rows).toContainEqual([
      ...["resting-hr.mean-28", "Resting heart rate, mean of 28 nights", "49 bpm"],
      ...["2026-10-26", "2026-11-22"],
    ]);
    expect(athlete).toEqual({ ageYears: 38, sex: null, mainSport: "running", units: "metric" });
    expect(turns).toHaveLength(1);
    expect(sent.length / 3).toBeLessThan(3000);
  });

  it("is another one as soon as a word of it changes", async () => {
    const { hashOf } = await readPrompts();
    const hashes = PROMPT_KINDS.map(hashOf);
    expect(new Set(hashes).size).toBe(PROMPT_KINDS.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it("asks for a repair within the same talk", async () => {
    const { texts } = await readPrompts();
    const [facts] = days;
    if (!facts) throw new Error("There is no scenario.");
    const prompt = buildPrompt("weekly", texts, facts);
    const insight = { detector: "sleep-debt", title: "T", text: "X", action: "A", factIds: [] };
    const problem = { start: 0, end: 1, kind: "number", said: "9 h", why: "No." } as const;
    const refused = [{ insight: 0, part: "text", problem } as const];
    const repair = buildRepair(prompt, texts, [insight], refused);
    expect(repair.prefix).toBe(prompt.prefix);
    expect(repair.turns.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(writtenInsights.parse(JSON.parse(repair.turns[1]?.text ?? ""))).toEqual({
      insights: [insight],
    });
    expect(repair.turns[2]?.text).toContain('"said":"9 h"');
  });
});

describe("the shape of an answer", () => {
  const insight = {
    detector: "morning",
    title: "T",
    text: "X",
    action: "A",
    factIds: ["hrv.last"],
  };

  it.each([
    { insights: [] },
    { insights: Array.from({ length: 6 }, () => insight) },
    { insights: [{ ...insight, more: 1 }] },
    { insights: [{ ...insight, text: "x".repeat(601) }] },
    { insights: [{ ...insight, detector: "Not one" }] },
    { insights: [{ ...insight, title: " " }] },
    { insights: insight },
  ])("refuses %j", (answer) => {
    expect(writtenInsights.safeParse(answer).success).toBe(false);
  });

  it("takes one to five insights", () => {
    expect(writtenInsights.safeParse({ insights: [insight] }).success).toBe(true);
  });
});
