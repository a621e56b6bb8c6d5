import { contextInput } from "./insights";
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
