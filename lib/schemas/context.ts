import { contextInput } from "./insights";
import { typedWords } from "./typed-words";
import { z } from "./zod";

/** Other words or days for an entry; its kind stays. */
export const changeContextInput = z
  .object({ id: z.uuid(), ...contextInput.shape })
  .omit({ kind: true })
  .refine(({ fromDay, toDay }) => toDay >= fromDay, {
    path: ["toDay"],
    message: "The last day cannot be before the first.",
  });
export type ChangeContextInput = z.output<typeof changeContextInput>;

export const removeContextInput = z.object({ id: z.uuid() });

const MEMORY_CHARACTERS = 300;

/** Of a summary or a line of the profile: not to be kept, other words, or as the rules tell it. */
export const changeMemoryInput = z
  .object({
    id: z
      .string()
      .regex(/^[a-z-]+(?::[\w-]+)?$/)
      .max(80),
    change: z.enum(["hide", "correct", "restore"]),
    text: typedWords().max(MEMORY_CHARACTERS).default(""),
  })
  .refine(({ change, text }) => change !== "correct" || text !== "", {
    path: ["text"],
    message: "Say in a few words what is right.",
  });
export type ChangeMemoryInput = z.output<typeof changeMemoryInput>;
