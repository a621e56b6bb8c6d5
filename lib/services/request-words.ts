import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import type { WordsInput } from "@/lib/schemas/insights";
import { mayAskModel, type NotAsked } from "./may-ask-model";

const REFUSALS: Readonly<Record<NotAsked, string>> = {
  off: "Language models are switched off on this server. The rules' words stay.",
  no_key: "This server has no language model. The rules' words stay.",
  no_consent: "You have not agreed to a language model. Settings, Assistant is where you can.",
  over_budget: "This month's budget for the language model is used up. The rules' words stay.",
};
const PAUSED =
  "The language model does not answer at the moment. The rules' words stay; try again later.";

/**
 * Has a model asked for better words, in the background. Throws "conflict" with the reason where
 * it may not be asked.
 */
export async function requestWords(
  ctx: AthleteContext,
  what: WordsInput,
): Promise<{ requested: true }> {
  const allowed = await mayAskModel(ctx, ASSISTANT_SETTINGS.features.daily.model);
  if (!allowed.may) throw new AppError("conflict", REFUSALS[allowed.because]);
  const { athleteId, now, ports } = ctx;
  const pausedUntil = await ports.modelState.pausedUntil();
  if (pausedUntil && pausedUntil > now) throw new AppError("conflict", PAUSED);
  await ctx.tx((tx) =>
    "day" in what
      ? enqueueEvent(tx, events.briefingDue.create({ athleteId, day: what.day }))
      : enqueueEvent(tx, events.debriefDue.create({ athleteId, activityId: what.activityId })),
  );
  return { requested: true };
}
