import "server-only";
import { findAiSettings } from "@/db/queries/ai-settings";
import type { AcceptedInsight } from "@/lib/assistant/accept-insights";
import { buildPrompt } from "@/lib/assistant/build-prompt";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Finding } from "@/lib/training/insights/finding";
import { hashOf } from "./ask-model";
import { factsFor } from "./facts-for";
import { readPrompts } from "./read-prompts";
import { type Written, writeWithModel } from "./write-with-model";

export type Worded = Pick<Written, "because" | "retryAfterS" | "model"> & {
  /** What may be shown; null when nothing was written, or none of it held. */
  readonly words: AcceptedInsight | null;
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
  const { insights, model, because, retryAfterS } = await writeWithModel(ctx, {
    ...{ feature, day, prefix, turns, sent, prompt, texts, facts: facts.value },
    ...{ format: writtenInsights, promptHash: promptHashOf(feature) },
  });
  return { words: insights[0] ?? null, factsHash: hashOf(sent), model, because, retryAfterS };
}
