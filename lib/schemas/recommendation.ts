import { z } from "./zod";

/** "undone" takes an earlier answer back. */
export const RECOMMENDATION_RESPONSES = [
  "accepted",
  "kept",
  "swapped",
  "skipped",
  "undone",
] as const;

/** What the athlete makes of a day's workout. */
export const recommendationResponseInput = z.object({
  day: z.iso.date(),
  response: z.enum(RECOMMENDATION_RESPONSES),
  /** Which of the alternatives, by its key; of a swap. */
  swap: z.string().max(80).nullish(),
});
export type RecommendationResponseInput = z.output<typeof recommendationResponseInput>;

/** The same from the fields of the buttons' form: a swap is "swapped|" and its key. */
export const recommendationResponseForm = z
  .instanceof(FormData)
  .transform((form): RecommendationResponseInput => {
    const [response = "", swap = null] = String(form.get("response") ?? "").split("|");
    return {
      day: String(form.get("day") ?? ""),
      response: response as RecommendationResponseInput["response"],
      swap,
    };
  })
  .pipe(recommendationResponseInput);
