import "server-only";
import { instanceTextQuality, instanceThumbs } from "@/db/queries/text-quality";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { type TextQuality, withThumbs } from "@/lib/assistant/text-quality";
import type { SystemContext } from "@/lib/auth/context";

const DAY_MS = 86_400_000;

/** How good a model's texts are, by what of them held and by what athletes think of them. */
export async function measureTextQuality(ctx: SystemContext): Promise<readonly TextQuality[]> {
  const { quality, keepDays, escalation } = ASSISTANT_SETTINGS;
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * DAY_MS);
  const { texts, thumbs } = await ctx.tx(async (tx) => ({
    texts: await instanceTextQuality(tx, {
      since: daysAgo(quality.days),
      better: escalation.model,
    }),
    thumbs: await instanceThumbs(tx, daysAgo(keepDays)),
  }));
  return withThumbs(texts, thumbs);
}
