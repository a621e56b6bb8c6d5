import { z } from "zod";
import { ASSISTANT_SETTINGS } from "./settings";

const words = (most: number) => z.string().trim().min(1).max(most);

/** One insight as a model writes it. */
export const writtenInsight = z.strictObject({
  /** The finding that it is about. */
  detector: words(60).regex(/^[a-z0-9-]+$/),
  title: words(80),
  text: words(600),
  action: words(240),
  factIds: z.array(words(80)).max(24),
});

export type WrittenInsight = z.infer<typeof writtenInsight>;

/**
 * The whole answer, one shape for every prompt: another would be another prefix, and nothing
 * that the provider keeps would serve. A model is not bound by lengths and counts; this binds.
 */
export const writtenInsights = z.strictObject({
  insights: z.array(writtenInsight).min(1).max(ASSISTANT_SETTINGS.most.insights),
});
