import "server-only";
import { Gauge, Registry } from "prom-client";
import { jobFunctionStates } from "@/db/queries/job-pages";
import { jobQueueState } from "@/db/queries/jobs";
import { instanceModelTokens } from "@/db/queries/model-calls";
import { providerState } from "@/db/queries/provider-states";
import { vendorHealth } from "@/db/queries/vendor-health";
import { cacheShare, NO_USAGE } from "@/lib/assistant/models";
import { escalatedShare } from "@/lib/assistant/text-quality";
import type { SystemContext } from "@/lib/auth/context";
import { measureTextQuality } from "./measure-text-quality";
import { watchModelSpending } from "./watch-model-spending";

/** The executor knows functions by it, the functions themselves do not. */
const APP_PREFIX = /^formline-/;
const DAY_MS = 86_400_000;
const BREAKERS = { closed: 0, half_open: 1, open: 2 } as const;

/**
 * What the database knows, as Prometheus reads it: the same from whichever process answers, so
 * it is asked when somebody scrapes and never added up over processes.
 */
export async function collectMetrics(ctx: SystemContext): Promise<string> {
  const { queue, functions, vendors } = await ctx.tx(async (tx) => ({
    queue: await jobQueueState(tx, ctx.now),
    functions: await jobFunctionStates(tx, ctx.now),
    vendors: await vendorHealth(tx),
  }));
  const registers = [new Registry()];
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });

  const depth = gauge("job_queue_depth", "Runs that wait for their turn.", ["fn"]);
  const dead = gauge("job_dead_total", "Runs that gave up and wait for somebody.", ["fn"]);
  for (const { functionId, runs, openDeadLetters } of functions) {
    const fn = functionId.replace(APP_PREFIX, "");
    depth.set({ fn }, runs.queued);
    dead.set({ fn }, openDeadLetters);
  }
  const oldest = gauge("job_oldest_ready_seconds", "How long the oldest due work has waited.", []);
  const dueAt = [queue.oldestDueAt, queue.oldestUndispatchedAt].flatMap((at) => (at ? [at] : []));
  oldest.set(Math.max(0, ...dueAt.map((at) => secondsSince(at, ctx.now))));
  gauge("job_events_undispatched", "Events in the outbox.", []).set(queue.undispatchedEvents);

  const breaker = gauge("breaker_state", "0 closed, 1 half open, 2 open.", ["provider"]);
  const lag = gauge("sync_lag_seconds", "Since the last success of the oldest connection.", [
    "source",
  ]);
  for (const { provider, breaker: state, oldestSuccessAt } of vendors) {
    breaker.set({ provider }, BREAKERS[state]);
    if (oldestSuccessAt) lag.set({ source: provider }, secondsSince(oldestSuccessAt, ctx.now));
  }
  if (ctx.ports.languageModel !== null) {
    const { breaker: state } = await ctx.tx((tx) => providerState(tx, "anthropic"));
    breaker.set({ provider: "anthropic" }, BREAKERS[state]);
    const { times } = await watchModelSpending(ctx);
    const help = "Cost of today against a day of the week before; 0 while it is not unusual.";
    gauge("claude_cost_unusual_times", help, []).set(times ?? 0);
    const share = await cachedShare(ctx);
    const part = "Of what the model was sent in the last 24 hours, the part that it had kept.";
    // Where nothing was sent there is no share.
    if (share !== null) gauge("claude_cache_hit_ratio", part, []).set(share);
    await collectQuality(ctx, gauge);
  }
  return registers[0]?.metrics() ?? "";
}

type NewGauge = <Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
) => Gauge<Label>;

/** How good what was written is: what held of it, what it took, and what athletes think of it. */
async function collectQuality(ctx: SystemContext, gauge: NewGauge): Promise<void> {
  const found = await measureTextQuality(ctx);
  const version: ("feature" | "model" | "prompt")[] = ["feature", "model", "prompt"];
  const texts = gauge("claude_texts", "Texts of the last week, and what became of them.", [
    ...[...version, "outcome" as const],
  ]);
  const held = gauge("claude_verified_ratio", "Of these, the part that was borne out.", version);
  const thumbs = gauge("claude_thumbs", "What athletes thought of texts in 30 days.", [
    ...[...version, "thumb" as const],
  ]);
  for (const { feature, model, promptHash, heldShare, ...counts } of found) {
    const labels = { feature, model, prompt: promptHash?.slice(0, 8) ?? "unknown" };
    for (const outcome of ["texts", "mended", "dropped", "escalated"] as const) {
      texts.set({ ...labels, outcome: outcome === "texts" ? "written" : outcome }, counts[outcome]);
    }
    if (heldShare !== null) held.set(labels, heldShare);
    for (const thumb of ["up", "down"] as const) thumbs.set({ ...labels, thumb }, counts[thumb]);
  }
  const share = escalatedShare(found);
  const part = "Of the texts of the last week, the part for which the better model was asked.";
  if (share !== null) gauge("claude_escalated_ratio", part, []).set(share);
}

/** 0-1; null where nothing was sent. */
async function cachedShare(ctx: SystemContext): Promise<number | null> {
  const yesterday = new Date(ctx.now.getTime() - DAY_MS);
  const sent = await ctx.tx((tx) => instanceModelTokens(tx, yesterday));
  const { input: inputTokens, cacheRead: cacheReadTokens, cacheWrite: cacheWrite5mTokens } = sent;
  return cacheShare({ ...NO_USAGE, inputTokens, cacheReadTokens, cacheWrite5mTokens });
}

function secondsSince(at: Date, now: Date): number {
  return Math.max(0, (now.getTime() - at.getTime()) / 1000);
}
