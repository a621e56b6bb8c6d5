import { z } from "zod";

/** A file of vectors: `{ "vectors": [{ id, metric, input, expected, tolerance }, …] }`. */
export const vectorsFile = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      metric: z.string(),
      /** The input in words. */
      about: z.string().optional(),
      input: z.record(z.string(), z.unknown()),
      expected: z.record(z.string(), z.unknown()),
      tolerance: z.number().nonnegative().default(1e-6),
    }),
  ),
});

export type VectorsFile = z.infer<typeof vectorsFile>;
