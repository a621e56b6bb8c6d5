import "server-only";
import { findAiSettings } from "@/db/queries/ai-settings";
import { buildPrompt } from "@/lib/assistant/build-prompt";
import type { Cited } from "@/lib/assistant/cited";
import { type WrittenInsight, writtenInsights } from "@/lib/assistant/insight-schema";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Finding } from "@/lib/training/insights/finding";
import { hashOf } from "./ask-model";
import { factsFor } from "./facts-for";
import { readPrompts } from "./read-prompts";
import { type Written, writeWithModel } from "./write-with-model";

export type Worded = Pick<Written, "because" | "retryAfterS" | "model"> & {
  /**
   * What may be shown; null when nothing was written, or none of it held. Without a model they
   * are the rules' own, with a sentence of care where a guard has stopped the model's.
   */
  readonly words: (WrittenInsight & { readonly cited: Cited | null }) | null;
  readonly factsHash: string | null;
};

const NOTHING = { words: null, factsHash: null, model: null, because: null, retryAfterS: null };

/** Has a model put one finding into words: of a morning, or of an activity. */
export async function wordFinding(
  ctx: AthleteContext,
  of: {
    readonly feature: "daily" | "debrief";
    readonly day: LocalDate;
    readonly finding: Finding;
  },
): Promise<Worded> {
  const { feature, day, finding } = of;
  const settings = await ctx.tx(findAiSettings);
  const mayReadNotes = settings.notesConsentedAt !== null;
  const facts = await factsFor(ctx, { day, findings: [finding], mayReadNotes });
  // It may rest on a source that is fenced off.
  if (facts.value.findings.length === 0) return NOTHING;
  const { texts, hashOf: promptHashOf } = await readPrompts();
  const prompt = buildPrompt(feature, texts, facts);
  const { prefix, turns, sent } = prompt;
  const { insights, stopped, model, because, retryAfterS } = await writeWithModel(ctx, {
    ...{ feature, day, prefix, turns, sent, prompt, texts, facts: facts.value },
    ...{ format: writtenInsights, promptHash: promptHashOf(feature) },
  });
  const [words] = insights;
  if (words) return { words, factsHash: hashOf(sent), model, because, retryAfterS };
  const [care] = stopped;
  return { ...NOTHING, words: care ? { ...care, cited: null } : null, because, retryAfterS };
}
