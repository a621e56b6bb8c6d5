import { writtenInsights } from "@/lib/assistant/insight-schema";
import { costUsd, NO_USAGE } from "@/lib/assistant/models";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { localDayAt } from "@/lib/dates/zoned-time";
import { type LanguageModel, ModelError } from "@/lib/integrations/language-model";
import { readPrompts } from "@/lib/services/read-prompts";
import type { Evaluation } from "../evaluation";
import { type AnswerCase, answerCases } from "./answer-cases";
import { evalAnswers, type Writer } from "./evaluate-answers";

/** Some cents' worth of questions to the model that the settings name, with what they cost. */
export async function evalLiveAnswers(
  model: LanguageModel,
  now: Date,
  cases: readonly AnswerCase[] = answerCases(),
): Promise<Evaluation> {
  const { texts } = await readPrompts();
  const failures = new Map<string, number>();
  let usd = 0;
  const write: Writer = async ({ prefix, turns }, kind) => {
    const { model: id, mostTokens, effort, timeoutS } = ASSISTANT_SETTINGS.features[kind];
    const format = writtenInsights;
    const asked = { model: id, prefix, turns, format, mostTokens, effort, timeoutS };
    const answer = await model.write({ ...asked, userHash: "evals" }).catch(failureOf);
    const on = { day: localDayAt(now, "UTC"), isBatch: false };
    usd += costUsd(id, answer.usage ?? NO_USAGE, on);
    if (!(answer instanceof ModelError)) return answer.value.insights;
    failures.set(answer.failure, (failures.get(answer.failure) ?? 0) + 1);
    return null;
  };
  const { figures, wrong } = await evalAnswers("live", texts, write, { cases });
  const cost = { value: Math.round(usd * 10_000) / 10_000, note: "US dollars" };
  const failed = [...failures].map(([why, times]) => `live: ${times} questions came to: ${why}`);
  return { figures: { ...figures, liveCost: cost }, wrong: [...wrong, ...failed] };
}

function failureOf(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  throw error;
}
