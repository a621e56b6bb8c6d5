import { AsyncLocalStorage } from "node:async_hooks";
import { Middleware, NonRetriableError, RetryAfterError } from "inngest";
import { AppError } from "@/lib/errors";
import { ModelError } from "@/lib/integrations/language-model";
import { SourceError } from "@/lib/integrations/source-ports";
import type { Logger } from "@/lib/logger";
import { countStep } from "@/lib/metrics/count";
import { withRequestContext } from "@/lib/request-context";
import { isVendorsFailure } from "./sdk-logger";

/** The step that runs now: what its events are named after when they have no id of their own. */
const currentStep = new AsyncLocalStorage<{
  readonly key: string;
  readonly requestId: string;
  sent: number;
}>();

/**
 * An error that says that trying again cannot help must not be retried by the executor; a vendor
 * that failed is asked again when it said so, else after some seconds: it may be back at once,
 * and its breaker keeps the questions few. Anything else is handed on as it is.
 */
export function toJobError(error: unknown, attempt: number, random = Math.random()): unknown {
  if (error instanceof SourceError) {
    const { failure, message, retryAfterS } = error;
    if (failure !== "unavailable" && failure !== "rate_limited") {
      return new NonRetriableError(message, { cause: error });
    }
    const waitS = retryAfterS ?? vendorRetryS(attempt, random);
    return new RetryAfterError(message, Math.max(1, waitS) * 1000, { cause: error });
  }
  if (error instanceof ModelError) {
    const { message, retryAfterS, failure } = error;
    if (!MODEL_PASSES.has(failure)) return new NonRetriableError(message, { cause: error });
    const waitS = retryAfterS ?? vendorRetryS(attempt + MODEL_PATIENCE, random);
    return new RetryAfterError(message, Math.max(1, waitS) * 1000, { cause: error });
  }
  const isFinal = error instanceof AppError && !error.isRetriable;
  return isFinal ? new NonRetriableError(error.message, { cause: error }) : error;
}

/** What a model has today and not tomorrow. */
const MODEL_PASSES = new Set(["rate_limited", "overloaded", "timeout", "unavailable", "paused"]);
/** Nobody waits for a model: it is given half a minute and more. */
const MODEL_PATIENCE = 5;

/** Seconds: 1, 2, 4, 8 …, half of it more or less by chance, so that not all ask at once. */
function vendorRetryS(attempt: number, random: number): number {
  return Math.ceil(2 ** attempt * (0.5 + random));
}

/**
 * Around every function and step: log lines carry the ids of the run and of the request
 * that caused it; steps are timed, without their data; final errors are not retried; and
 * an event sent by a step gets an id that is the same when the step is tried again.
 */
export function jobMiddleware(log: Logger): Middleware.Class {
  return class JobMiddleware extends Middleware.BaseMiddleware {
    readonly id = "formline:jobs";

    override async wrapFunctionHandler({ ctx, next }: Middleware.WrapFunctionHandlerArgs) {
      return withRequestContext(contextOf(ctx), () => finalErrors(ctx, next));
    }

    // Steps are executed beside the function, not inside of it, so they need the context anew.
    override async wrapStepHandler({ ctx, fn, stepInfo, next }: Middleware.WrapStepHandlerArgs) {
      const step = stepInfo.options.name ?? stepInfo.options.id;
      const started = performance.now();
      const report = (outcome: "done" | "failed", error?: unknown) => {
        const durationMs = Math.round(performance.now() - started);
        const fields = { functionId: fn.opts.id, durationMs };
        countStep(String(fields.functionId), step, outcome, durationMs);
        // A vendor's failure has its line already, where it was asked.
        const isTold = outcome === "done" || isVendorsFailure(error);
        log[isTold ? "info" : "warn"](fields, `step ${outcome}`);
      };
      const { attempt } = ctx;
      return withRequestContext({ ...contextOf(ctx), step, attempt }, async () => {
        try {
          const { requestId } = contextOf(ctx);
          const sender = { key: `${ctx.runId}:${stepInfo.hashedId}`, requestId, sent: 0 };
          const result = await currentStep.run(sender, () => finalErrors(ctx, next));
          report("done");
          return result;
        } catch (error) {
          report("failed", error);
          throw error;
        }
      });
    }

    override transformSendEvent(args: Middleware.TransformSendEventArgs) {
      const step = currentStep.getStore();
      if (!step) return args;
      const events = args.events.map((event) => {
        step.sent += 1;
        const data = { requestId: step.requestId, ...event.data };
        return { ...event, data, id: event.id ?? `${step.key}:${step.sent}` };
      });
      return { ...args, events };
    }
  };
}

/** The request that caused the run; a run that nobody asked for (cron) goes by its own id. */
function contextOf(ctx: { readonly runId: string; readonly event: { readonly data?: unknown } }) {
  const { requestId } = (ctx.event.data ?? {}) as { readonly requestId?: unknown };
  return { runId: ctx.runId, requestId: typeof requestId === "string" ? requestId : ctx.runId };
}

async function finalErrors(
  ctx: { readonly attempt: number },
  next: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await next();
  } catch (error) {
    throw toJobError(error, ctx.attempt);
  }
}
