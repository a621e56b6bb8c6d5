import "server-only";
import { saveRecommendationResponse } from "@/db/mutations/save-recommendation-response";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";
import type { RecommendationResponseInput } from "@/lib/schemas/recommendation";

/** Keeps what the athlete decided. Throws not_found for a day without a recommendation. */
export async function respondToRecommendation(
  ctx: AthleteContext,
  input: RecommendationResponseInput,
): Promise<void> {
  const isKept = await ctx.tx((tx) =>
    saveRecommendationResponse(tx, localDate(input.day), input.response, ctx.now),
  );
  if (!isKept) throw notFound("A recommendation for this day");
}
