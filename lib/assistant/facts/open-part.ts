import { type AiAllowed, ifAiAllowed, type Sourced } from "@/lib/training/source/ai-allowed";

/**
 * A stretch of days, as far as a model may read it. A sum or mean over days of which one is
 * fenced is left out whole: a part of it would be another number under the same name, and one
 * that the athlete sees nowhere.
 */
export function openStretch<Value>(
  parts: readonly Sourced<Value>[],
): AiAllowed<readonly Value[]> | null {
  return ifAiAllowed({
    value: parts.map(({ value }) => value),
    from: parts.flatMap(({ from }) => from),
  });
}

/** Those of a list that a model may read, each by itself. */
export function openEach<Value>(parts: readonly Sourced<Value>[]): AiAllowed<Value>[] {
  return parts.flatMap((part) => ifAiAllowed(part) ?? []);
}
