import "server-only";
import { type Reworded, rewordInsight } from "@/db/mutations/reword-insight";
import { findAiSettings } from "@/db/queries/ai-settings";
import { type Insight, insightsOn } from "@/db/queries/insights-on";
import { buildPrompt } from "@/lib/assistant/build-prompt";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import type { AssistantFeature } from "@/lib/assistant/settings";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import type { Finding } from "@/lib/training/insights/finding";
import { hashOf } from "./ask-model";
import { factsFor } from "./facts-for";
import { mayAskModel } from "./may-ask-model";
import { readPrompts } from "./read-prompts";
import { type WritingTask, type Written, writeWithModel } from "./write-with-model";

/** What rules have told that holds now; null when there is nothing to put better. */
export async function rewordingTask(ctx: AthleteContext): Promise<WritingTask | null> {
  const { rows, settings } = await ctx.tx(async (tx) => ({
    rows: (await insightsOn(tx, ctx.now)).filter(({ writtenBy }) => writtenBy === "rules"),
    settings: await findAiSettings(tx),
  }));
  const [first] = rows;
  if (!first) return null;
  const feature: AssistantFeature = first.kind === "weekly" ? "weekly" : "daily";
  const { toDay } = first;
  const allowed = await factsFor(ctx, {
    ...{ day: toDay, findings: rows.map(findingOf) },
    mayReadNotes: settings.notesConsentedAt !== null,
  });
  // All of it may rest on a source that is fenced off.
  if (allowed.value.findings.length === 0) return null;
  const { texts, hashOf: promptHashOf } = await readPrompts();
  // The prompt of a week serves for a look back on any seven days.
  const prompt = buildPrompt("weekly", texts, allowed);
  const { prefix, turns, sent } = prompt;
  return {
    ...{ feature, day: toDay, prefix, turns, sent, prompt, texts, facts: allowed.value },
    ...{ format: writtenInsights, promptHash: promptHashOf("weekly") },
  };
}

/**
 * Has a model put into words what rules have told, and keeps what holds. Nobody waits for it:
 * the rules' words are there all the time.
 */
export async function rewordInsights(
  ctx: AthleteContext,
): Promise<Pick<Written, "because" | "retryAfterS"> & { readonly reworded: number }> {
  const { model } = ASSISTANT_SETTINGS.features.daily;
  const allowed = await mayAskModel(ctx, model);
  if (!allowed.may) return { reworded: 0, because: allowed.because, retryAfterS: null };
  const task = await rewordingTask(ctx);
  if (task === null) return { reworded: 0, because: null, retryAfterS: null };
  const written = await writeWithModel(ctx, task);
  const { because, retryAfterS } = written;
  return { reworded: await keepWords(ctx, task, written), because, retryAfterS };
}

/**
 * Puts a model's words in the place of the rules', and a sentence of care beside the rules' own
 * where a guard has stopped the model's. Returns for how many insights the words are a model's.
 */
export async function keepWords(
  ctx: AthleteContext,
  { facts: _facts, sent, day }: WritingTask,
  { insights, stopped, model }: Written,
): Promise<number> {
  if (model === null) return 0;
  const factsHash = hashOf(sent);
  return ctx.tx(async (tx) => {
    let reworded = 0;
    for (const { detector, title, text, action, cited } of insights) {
      const words: Reworded = { title, text, action, cited, model, factsHash };
      if (await rewordInsight(tx, { detector, toDay: day }, words, ctx.now)) reworded += 1;
    }
    for (const { detector, title, text, action } of stopped) {
      const own = { cited: null, model: null, factsHash: null };
      const words: Reworded = { title, text, action, ...own };
      await rewordInsight(tx, { detector, toDay: day }, words, ctx.now);
    }
    return reworded;
  });
}

function findingOf(row: Insight): Finding {
  const { detector, formula, severity, sport, title, text, action, fromDay, toDay } = row;
  const { evidence, series } = row;
  return {
    ...{ detector, formula, severity, sport, title, text, action, fromDay, toDay },
    ...{ evidence, series },
  };
}
