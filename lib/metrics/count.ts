import type { ModelUsage } from "@/lib/assistant/models";
import { metrics } from "./metrics";

const OPS = ["select", "insert", "update", "delete", "with", "begin", "commit", "rollback"];

/** Begins to time a statement; call the result when it has ended. */
export function timeQuery(statement: string): () => void {
  const queries = metrics()?.queries;
  if (!queries) return () => undefined;
  const started = performance.now();
  const [word = ""] = /^[a-z]+/i.exec(statement.trimStart().slice(0, 10)) ?? [];
  const op = OPS.includes(word.toLowerCase()) ? word.toLowerCase() : "other";
  return () => queries.observe({ op }, seconds(performance.now() - started));
}

/** `step` by its name; the part of a long piece of work is left out, or there would be no end. */
export function countStep(
  fn: string,
  step: string,
  outcome: "done" | "failed",
  durationMs: number,
): void {
  const name = step.replaceAll(/\d+/g, "N");
  metrics()?.steps.observe({ fn, step: name, outcome }, seconds(durationMs));
}

export function countExternalCall(provider: string, outcome: string): void {
  metrics()?.externalCalls.inc({ provider, outcome });
}

export function countDuplicates(source: string, count: number): void {
  if (count > 0) metrics()?.duplicates.inc({ source }, count);
}

export function countModelUse(model: string, usage: ModelUsage, costUsd: number): void {
  const counted = metrics();
  if (!counted) return;
  const { inputTokens, outputTokens, thinkingTokens, cacheReadTokens } = usage;
  const written = usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;
  counted.modelTokens.inc({ model, kind: "in" }, inputTokens);
  // Apart from what was thought, so that the kinds can be added up.
  counted.modelTokens.inc({ model, kind: "out" }, Math.max(0, outputTokens - thinkingTokens));
  counted.modelTokens.inc({ model, kind: "thinking" }, thinkingTokens);
  counted.modelTokens.inc({ model, kind: "cache_read" }, cacheReadTokens);
  counted.modelTokens.inc({ model, kind: "cache_write" }, written);
  counted.modelCost.inc({ model }, costUsd);
}

function seconds(ms: number): number {
  return ms / 1000;
}
