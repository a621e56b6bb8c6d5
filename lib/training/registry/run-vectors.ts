/**
 * Holds published numbers against this build: every expected output within its tolerance.
 * VEC-1: |got - expected| <= tolerance for each number; null only equals null.
 * Reference: the vectors format (metric in snake case, units in the field names).
 * Valid: outputs that the vector does not name are not compared.
 */
import type { MetricAdapter, MetricOutputs } from "./metric-adapter";
import { METRIC_REGISTRY } from "./metric-registry";
import { VectorInput } from "./vector-input";

export type MetricVector = {
  readonly id: string;
  readonly metric: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
};

export type VectorResult = {
  readonly id: string;
  readonly metric: string;
  readonly status: "passed" | "failed" | "absent";
  /** The outputs that the vector names; null when absent. */
  readonly got: MetricOutputs | null;
  readonly expected: MetricOutputs;
  readonly tolerance: number;
  /** Why it failed, where the numbers do not say it. */
  readonly reason?: string;
};

export type VectorReport = {
  readonly results: readonly VectorResult[];
  readonly passed: number;
  readonly failed: number;
  readonly absent: number;
};

export function runVectors(vectors: readonly MetricVector[]): VectorReport {
  const results = vectors.map(runVector);
  const count = (status: VectorResult["status"]) =>
    results.filter((result) => result.status === status).length;
  return { results, passed: count("passed"), failed: count("failed"), absent: count("absent") };
}

function runVector({ id, metric, input, expected, tolerance }: MetricVector): VectorResult {
  const common = { id, metric, expected, tolerance };
  const adapter = Object.hasOwn(METRIC_REGISTRY, metric) ? METRIC_REGISTRY[metric] : undefined;
  if (adapter === undefined) return { ...common, status: "absent", got: null };
  const outputs = tryAdapter(adapter, input);
  if (typeof outputs === "string") {
    return { ...common, status: "failed", got: null, reason: outputs };
  }
  const got = Object.fromEntries(Object.keys(expected).map((name) => [name, outputs[name]]));
  const unknown = Object.keys(expected).filter((name) => outputs[name] === undefined);
  if (unknown.length > 0) {
    const reason = `The metric has no output ${unknown.map((name) => `"${name}"`).join(", ")}.`;
    return { ...common, status: "failed", got, reason };
  }
  const isClose = Object.entries(expected).every(([name, value]) =>
    agrees(outputs[name], value, tolerance),
  );
  return { ...common, status: isClose ? "passed" : "failed", got };
}

/** The outputs, or in words why there are none. */
function tryAdapter(
  adapter: MetricAdapter,
  input: Readonly<Record<string, unknown>>,
): MetricOutputs | string {
  try {
    return adapter(new VectorInput(input));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function agrees(got: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected === "number") {
    return typeof got === "number" && Math.abs(got - expected) <= tolerance;
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((value, i) => agrees(got[i], value, tolerance))
    );
  }
  return got === expected;
}
