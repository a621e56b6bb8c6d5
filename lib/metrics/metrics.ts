import cluster from "node:cluster";
import type { Counter, Histogram, Registry } from "prom-client";

/** What this process counts. Labels are from short lists: never an id, an address or a name. */
export type Metrics = {
  readonly registry: Registry;
  readonly requests: Histogram<"route" | "method" | "status">;
  readonly queries: Histogram<"op">;
  readonly steps: Histogram<"fn" | "step" | "outcome">;
  readonly externalCalls: Counter<"provider" | "outcome">;
  readonly duplicates: Counter<"source">;
  readonly modelTokens: Counter<"model" | "kind">;
  readonly modelCost: Counter<"model">;
};

// One per process: Next loads modules once per bundle, and all of them must share it.
const holder = globalThis as { formlineMetrics?: Metrics };

/** Null when nobody asked for metrics: then nothing is counted, and counting costs nothing. */
export function metrics(): Metrics | null {
  return holder.formlineMetrics ?? null;
}

const REQUEST_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const QUERY_S = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5];
const STEP_S = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * Begins to count, once; to be called before the database is opened. `poolWaiting` says how many
 * callers wait for a connection.
 */
export async function startMetrics(poolWaiting: () => number): Promise<Metrics> {
  if (holder.formlineMetrics) return holder.formlineMetrics;
  const { AggregatorRegistry, Counter, Gauge, Histogram, Registry, collectDefaultMetrics } =
    await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "db_pool_waiting",
    help: "Callers that wait for a connection to the database.",
    registers,
    collect() {
      this.set(poolWaiting());
    },
  });
  const started: Metrics = {
    registry,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time from a request to the end of its answer, by file pattern.",
      labelNames: ["route", "method", "status"],
      buckets: REQUEST_S,
      registers,
    }),
    queries: new Histogram({
      name: "db_query_duration_seconds",
      help: "Time from a statement to its result, by its first word.",
      labelNames: ["op"],
      buckets: QUERY_S,
      registers,
    }),
    steps: new Histogram({
      name: "job_step_duration_seconds",
      help: "Time of a step of background work.",
      labelNames: ["fn", "step", "outcome"],
      buckets: STEP_S,
      registers,
    }),
    externalCalls: new Counter({
      name: "ext_calls_total",
      help: "Calls to vendors, by how they ended.",
      labelNames: ["provider", "outcome"],
      registers,
    }),
    duplicates: new Counter({
      name: "ingest_duplicates_total",
      help: "What came in and was there already.",
      labelNames: ["source"],
      registers,
    }),
    modelTokens: new Counter({
      name: "claude_tokens_total",
      help: "Tokens that the language model read and wrote.",
      labelNames: ["model", "kind"],
      registers,
    }),
    modelCost: new Counter({
      name: "claude_cost_usd_total",
      help: "What the language model cost, in US dollars.",
      labelNames: ["model"],
      registers,
    }),
  };
  // Where a primary process adds up its workers, this is what it gets of this one.
  AggregatorRegistry.setRegistries(registers);
  if (cluster.isWorker) new AggregatorRegistry();
  holder.formlineMetrics = started;
  return started;
}
