import { z } from "./zod";

/** US dollars; more than anybody's insights have ever cost in a month. */
export const MOST_BUDGET_USD = 20;

/** What an athlete lets the language model do. */
export const aiSettingsInput = z.object({
  isOn: z.boolean(),
  mayReadNotes: z.boolean(),
  budgetUsd: z
    .number("Enter an amount in US dollars.")
    .min(0, "Enter 0 or more.")
    .max(MOST_BUDGET_USD, `Enter ${MOST_BUDGET_USD} at most.`),
});
export type AiSettingsInput = z.output<typeof aiSettingsInput>;
