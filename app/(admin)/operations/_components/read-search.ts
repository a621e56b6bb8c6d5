import { notFound } from "next/navigation";
import type { z } from "zod";

export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The address's search as the list wants it; an empty field is no filter, nonsense is no page. */
export async function readSearch<Schema extends z.ZodType>(
  schema: Schema,
  search: Search,
): Promise<z.output<Schema>> {
  const given = Object.entries(await search).filter(([, value]) => value !== "");
  const read = schema.safeParse(Object.fromEntries(given));
  if (!read.success) notFound();
  return read.data;
}
