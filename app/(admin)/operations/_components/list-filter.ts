import { functionName } from "./function-name";
import type { ListFilter } from "./list-filters";

type Words = Readonly<Record<string, string>>;

/** A choice among everything; `words` in the order in which they are offered. */
export function filterBy(
  given: Pick<ListFilter, "name" | "label"> & { readonly all: string },
  value: string | undefined,
  words: Words,
): ListFilter {
  const { name, label, all } = given;
  const options = Object.entries(words).map(([one, word]) => ({ value: one, label: word }));
  return { name, label, value: value ?? "", options: [{ value: "", label: all }, ...options] };
}

/** The chosen one is offered as well when it has not run yet: the clock may start it later. */
export function filterByFunction(
  functionId: string | undefined,
  functions: readonly { readonly functionId: string }[],
): ListFilter {
  const chosen = functionId === undefined ? [] : [functionId];
  const ids = new Set([...functions.map(({ functionId: id }) => id), ...chosen]);
  const words = Object.fromEntries([...ids].sort().map((id) => [id, functionName(id)]));
  return filterBy({ name: "function", label: "Function", all: "All functions" }, functionId, words);
}
