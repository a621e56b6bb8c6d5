import { z } from "./zod";

export const RECOMMENDATION_RESPONSES = ["accepted", "kept", "skipped"] as const;

/** What the athlete makes of a day's workout. */
export const recommendationResponseInput = z.object({
  day: z.iso.date(),
  response: z.enum(RECOMMENDATION_RESPONSES),
});
export type RecommendationResponseInput = z.output<typeof recommendationResponseInput>;

/** The same from the fields of the buttons' form. */
export const recommendationResponseForm = z
  .instanceof(FormData)
  .transform((form) => ({
    day: String(form.get("day") ?? ""),
    response: String(form.get("response") ?? "") as RecommendationResponseInput["response"],
  }))
  .pipe(recommendationResponseInput);
