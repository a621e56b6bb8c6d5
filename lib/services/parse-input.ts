import "server-only";
import type { z } from "zod";
import { invalidInput } from "@/lib/errors";

/** For services that the command line calls, too: the input as its schema has it, or "invalid_input". */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalidInput(issue?.message ?? "Some of the input is not usable.", {
    field: issue?.path.join(".") ?? "",
  });
}
