import type { PromptTexts } from "@/lib/assistant/build-prompt";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import { writeReply } from "@/tests/support/anthropic/write-reply";
import type { Evaluation } from "../evaluation";
import { evalAnswers, type Writer } from "./evaluate-answers";

/** Reads what it is told about out of the prompt alone; so many of its insights lie. */
function playedWriter(lies: number): Writer {
  return async ({ turns }) => {
    const messages = turns.map(({ role, text }) => ({ role, content: text }));
    const answer = JSON.parse(writeReply({ messages }, lies)) as unknown;
    const read = writtenInsights.safeParse(answer);
    return read.success ? read.data.insights : null;
  };
}

/** Answers of a played model, true and false ones: all of the first are shown, none of the others. */
export async function evalPlayedAnswers(texts: PromptTexts): Promise<Evaluation> {
  const { figures, wrong } = await evalAnswers("played", texts, playedWriter(0), {
    leastHeld: 1,
  });
  const { shown } = await evalAnswers("lies", texts, playedWriter(Number.POSITIVE_INFINITY));
  // Every one of them holds a lie.
  const lies = shown.length;
  const goal = { goal: "<= 0", ok: lies === 0 };
  return {
    figures: { ...figures, playedLiesShown: { value: lies, ...goal, note: "insights with a lie" } },
    wrong,
  };
}
