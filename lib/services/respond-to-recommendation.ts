import "server-only";
import { recordResponse } from "@/db/mutations/record-response";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import type { RecommendationResponseInput } from "@/lib/schemas/recommendation";

/** Keeps what the athlete decided. Throws not_found for a day without a recommendation. */
export async function respondToRecommendation(
  ctx: AthleteContext,
  input: RecommendationResponseInput,
): Promise<void> {
  await ctx.tx((tx) => recordResponse(tx, localDate(input.day), input.response, ctx.now));
}
