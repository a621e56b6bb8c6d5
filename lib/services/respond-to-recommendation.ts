import "server-only";
import { type GivenResponse, NO_RESPONSE, recordResponse } from "@/db/mutations/record-response";
import { type Morning, morningOn } from "@/db/queries/morning-on";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { AppError, notFound } from "@/lib/errors";
import type { RecommendationResponseInput } from "@/lib/schemas/recommendation";
import { isIll } from "@/lib/training/plan/is-ill";
import { offeredSwaps, swapKey } from "@/lib/training/plan/offered-swaps";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";

/**
 * Keeps what the athlete decided. A swap keeps the whole workout that was taken; only today can
 * be swapped or taken back. Throws not_found for a day without a recommendation, conflict for an
 * alternative that the day no longer offers, a day that is over, or keeping a workout while ill.
 */
export async function respondToRecommendation(
  ctx: AthleteContext,
  input: RecommendationResponseInput,
): Promise<void> {
  const day = localDate(input.day);
  const isToday = day === localDayAt(ctx.now, ctx.timeZone);
  if (!isToday && (input.response === "undone" || input.response === "swapped")) {
    throw new AppError("conflict", "This day is over: its answer can no longer be changed.");
  }
  await ctx.tx(async (tx) => {
    const morning = await morningOn(tx, day);
    if (morning === null) throw notFound("The recommendation of this day");
    if (input.response === "kept" && isIllOn(morning)) {
      throw new AppError("conflict", "With an illness or its symptoms, today stays a day of rest.");
    }
    await recordResponse(tx, day, given(input, morning, ctx.now));
  });
}

function isIllOn({ decision, inputs }: Morning): boolean {
  return isIll({ decision, events: (inputs.workout as RecommendationInput | undefined)?.events });
}

function given(
  { response, swap }: RecommendationResponseInput,
  morning: Morning,
  respondedAt: Date,
): GivenResponse {
  if (response === "undone") return NO_RESPONSE;
  const chosen = response === "swapped" ? alternative(morning, swap) : null;
  return { response, chosen, respondedAt };
}

function alternative(
  { recommendation, inputs }: Morning,
  key: RecommendationResponseInput["swap"],
): RecommendedWorkout {
  const found = offeredSwaps(recommendation, inputs.workout).find(
    ({ workout }) => swapKey(workout) === key,
  );
  if (found) return found.workout;
  throw new AppError("conflict", "The alternatives have changed. Look at them again.");
}
