import { z } from "./zod";

/** How ready last week felt: 1 (worst) to 5 (best). */
export const weekAnswerInput = z.object({ readiness: z.number().int().min(1).max(5) });
export type WeekAnswerInput = z.output<typeof weekAnswerInput>;

/** The proposed weights, or those of REC-1. */
export const chooseWeightsInput = z.object({ choice: z.enum(["own", "default"]) });
export type ChooseWeightsInput = z.output<typeof chooseWeightsInput>;
