import "server-only";
import { insightsOn } from "@/db/queries/insights-on";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { detectFindings } from "@/lib/training/insights/detect-findings";
import { detectorInput } from "./detector-input";
import { evaluateInsights } from "./evaluate-insights";

/**
 * Looks at a morning for a warning that the athlete has not been told of; with one, all that was
 * told is told anew. Anything less waits for the week's insights.
 */
export async function watchPatterns(
  ctx: AthleteContext,
  givenDay: string,
): Promise<{ newWarnings: number }> {
  const day = localDate(givenDay);
  const newWarnings = await ctx.tx(async (tx) => {
    const told = new Set((await insightsOn(tx, ctx.now)).map(({ detector }) => detector));
    const found = detectFindings(await detectorInput(tx, day, false));
    return found.filter((one) => one.severity === "warning" && !told.has(one.detector)).length;
  });
  if (newWarnings > 0) await evaluateInsights(ctx, "pattern_shift");
  return { newWarnings };
}
