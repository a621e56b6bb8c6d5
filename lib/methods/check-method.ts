import { runVectors } from "@/lib/training/registry/run-vectors";
import { describeOutputs, type OutputLine } from "./describe-outputs";
import type { Method } from "./method-catalogue";
import { REFERENCE_VECTORS } from "./reference-vectors";

export type CheckedVector = {
  readonly id: string;
  /** The input in words. */
  readonly about: string;
  readonly isPassed: boolean;
  readonly lines: readonly OutputLine[];
  /** Why it failed, where the numbers do not say it. */
  readonly reason: string | null;
};

/** The reference vectors of a method, run now by the code that runs everywhere else. */
export function checkMethod(method: Method): CheckedVector[] {
  const vectors = REFERENCE_VECTORS.filter(({ metric }) => method.metrics.includes(metric));
  const { results } = runVectors(vectors);
  return results.map((result, i) => ({
    id: result.id,
    about: vectors[i]?.about ?? result.id,
    isPassed: result.status === "passed",
    lines: describeOutputs(result.expected, result.got),
    reason: result.reason ?? null,
  }));
}
