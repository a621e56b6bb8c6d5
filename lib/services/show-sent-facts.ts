import "server-only";
import { sealedSentFacts } from "@/db/queries/model-calls";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import { openForAthlete } from "./athlete-key";

/** Exactly what a call has sent of the athlete's. Throws AppError "not_found". */
export async function showSentFacts(ctx: AthleteContext, callId: string): Promise<string> {
  return ctx.tx(async (tx) => {
    const sealed = await sealedSentFacts(tx, callId);
    if (sealed === null) throw notFound("What was sent");
    return openForAthlete(tx, "sent_facts.facts", callId, sealed);
  });
}
