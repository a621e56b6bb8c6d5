import "server-only";
import { rateInsight as saveRating } from "@/db/mutations/insights";
import type { AthleteContext } from "@/lib/auth/context";

/** Keeps what the athlete thinks of an insight; null takes it back. Throws "not_found". */
export async function rateInsight(
  ctx: AthleteContext,
  { insightId, feedback }: { insightId: string; feedback: "up" | "down" | null },
): Promise<void> {
  await ctx.tx((tx) => saveRating(tx, insightId, feedback, ctx.now));
}
