import { type AcceptedInsights, acceptInsights } from "@/lib/assistant/accept-insights";
import {
  buildPrompt,
  buildRepair,
  type Prompt,
  type PromptKind,
  type PromptTexts,
} from "@/lib/assistant/build-prompt";
import type { WrittenInsight } from "@/lib/assistant/insight-schema";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { aiAllowed } from "@/lib/training/source/ai-allowed";
import type { Evaluation } from "../evaluation";
import { type AnswerCase, answerCases } from "./answer-cases";

/** Answers a prompt; null when nothing of use came. */
export type Writer = (
  prompt: Prompt,
  kind: PromptKind,
) => Promise<readonly WrittenInsight[] | null>;

const LEAST_CASES = 60;

/**
 * The way of every text from the prompt to the screen, but for the database: built, answered,
 * held against the facts, sent back once, guarded. `name` begins the figures' names.
 */
export async function evalAnswers(
  name: string,
  texts: PromptTexts,
  write: Writer,
  {
    cases = answerCases(),
    leastHeld = ASSISTANT_SETTINGS.quality.leastHeldShare,
  }: { readonly cases?: readonly AnswerCase[]; readonly leastHeld?: number } = {},
): Promise<Evaluation & { readonly shown: readonly WrittenInsight[] }> {
  const wrong: string[] = [];
  const shown: WrittenInsight[] = [];
  const shares = { first: 0, mended: 0 };
  let [answered, low] = [0, 0];
  for (const one of cases) {
    const { first, mended } = await judge(one, texts, write);
    if (first === null || mended === null) {
      wrong.push(`${name}, ${one.name}: nothing of use was written`);
      continue;
    }
    answered += 1;
    shares.first += first.share;
    shares.mended += mended.share;
    if (mended.share < ASSISTANT_SETTINGS.escalation.belowShare) low += 1;
    shown.push(...mended.accepted);
    wrong.push(...mended.refused.map((what) => `${name}, ${one.name}: ${described(what)}`));
  }
  const { mostEscalatedShare } = ASSISTANT_SETTINGS.quality;
  const heldShare = rounded(shares.mended / cases.length);
  const lowShare = rounded((cases.length - answered + low) / cases.length);
  const figures = {
    Cases: { value: cases.length, goal: `>= ${LEAST_CASES}`, ok: cases.length >= LEAST_CASES },
    FirstHeld: {
      value: rounded(shares.first / cases.length),
      note: "what held as it was written first, of what was to be told",
    },
    Held: {
      ...{ value: heldShare, goal: `>= ${leastHeld}`, ok: heldShare >= leastHeld },
      note: "after one repair",
    },
    Low: {
      ...{ value: lowShare, goal: `<= ${mostEscalatedShare}`, ok: lowShare <= mostEscalatedShare },
      note: "answers for which the better model would be asked, or that never came",
    },
  };
  const named = Object.entries(figures).map(([figure, of]) => [`${name}${figure}`, of]);
  return { figures: Object.fromEntries(named), wrong, shown };
}

async function judge(
  { kind, facts }: AnswerCase,
  texts: PromptTexts,
  write: Writer,
): Promise<Readonly<Record<"first" | "mended", AcceptedInsights | null>>> {
  // Invented: there is no source that could fence any of it.
  const prompt = buildPrompt(kind, texts, aiAllowed({ value: facts, from: ["file"] as const }));
  const answer = await write(prompt, kind);
  if (answer === null) return { first: null, mended: null };
  const first = acceptInsights(answer, facts);
  if (first.refused.length === 0) return { first, mended: first };
  const again = await write(buildRepair(prompt, texts, answer, first.refused), kind);
  const second = again && acceptInsights(again, facts);
  return { first, mended: second && second.share > first.share ? second : first };
}

function described({ part, problem }: AcceptedInsights["refused"][number]): string {
  return `${part} says "${problem.said}": ${problem.why}`;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
