import { buildPrompt, PROMPT_KINDS, type PromptTexts } from "@/lib/assistant/build-prompt";
import { writtenInsight } from "@/lib/assistant/insight-schema";
import { aiAllowed } from "@/lib/training/source/ai-allowed";
import { factsOf, SCENARIOS } from "../claims/scenarios";
import type { Evaluation } from "../evaluation";
import { REQUIREMENTS, type Requirement, SECTIONS } from "./prompt-requirements";

/** What the prompts do not say and have to, a line each. */
export function unmetRequirements(texts: PromptTexts): string[] {
  const required = requirements(texts);
  return (Object.keys(required) as (keyof PromptTexts)[]).flatMap((name) => {
    const text = texts[name].replaceAll(/\s+/g, " ");
    const missing = required[name].filter(({ says }) => !says.every((words) => words.test(text)));
    const headings = [...texts[name].matchAll(/^# (.+)$/gm)].map(([, heading]) => heading);
    const isInOrder = String(headings) === String(SECTIONS[name]);
    return [
      ...missing.map(({ what }) => `${name}: does not say ${what}`),
      ...(isInOrder ? [] : [`${name}: its sections are ${headings.join(", ") || "none"}`]),
    ];
  });
}

/** With what follows from the code: a new field or fence that no prompt explains is found. */
function requirements(texts: PromptTexts): typeof REQUIREMENTS {
  const named = (what: string, name: string): Requirement => ({
    ...{ what: `${what} ${name}`, says: [new RegExp(`- \`${name}\`: \\S`)] },
  });
  const [scenario] = SCENARIOS;
  if (!scenario) throw new Error("There is no scenario.");
  const facts = aiAllowed({ value: factsOf(scenario), from: ["file"] as const });
  const { turns, sent } = buildPrompt("weekly", texts, facts);
  const [opening = "", closing = ""] = (turns[0]?.text ?? "").match(/<\/?\w+>/g) ?? [];
  const fence = {
    what: "between which lines the data stands",
    says: [new RegExp(`\`${opening}\` and \`${closing}\``)],
  };
  const given = Object.keys(JSON.parse(sent)).map((key) => named("what is given as", key));
  const fields = Object.keys(writtenInsight.shape).map((field) => named("the field", field));
  return {
    ...REQUIREMENTS,
    rules: [...REQUIREMENTS.rules, fence, ...given],
    ...Object.fromEntries(PROMPT_KINDS.map((kind) => [kind, [...REQUIREMENTS[kind], ...fields]])),
  };
}

/** The prompts as they stand, as an evaluation. */
export function evalPrompts(texts: PromptTexts): Evaluation {
  const wrong = unmetRequirements(texts);
  const count = Object.values(requirements(texts)).flat().length;
  const unmet = { value: wrong.length, goal: "<= 0", ok: wrong.length === 0 };
  return {
    figures: { promptGaps: { ...unmet, note: `of ${count} things that prompts have to say` } },
    wrong: wrong.map((line) => `prompt ${line}`),
  };
}
