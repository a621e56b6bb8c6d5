import { AsyncLocalStorage } from "node:async_hooks";
import { Middleware, NonRetriableError } from "inngest";
import { AppError } from "@/lib/errors";
import type { Logger } from "@/lib/logger";
import { withRequestContext } from "@/lib/request-context";

/** The step that runs now: what its events are named after when they have no id of their own. */
const currentStep = new AsyncLocalStorage<{ readonly key: string; sent: number }>();

/**
 * An error that says that trying again cannot help must not be retried by the executor.
 * Anything else is handed on as it is.
 */
export function toJobError(error: unknown): unknown {
  const isFinal = error instanceof AppError && !error.isRetriable;
  return isFinal ? new NonRetriableError(error.message, { cause: error }) : error;
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
      const sent = ctx.event.data?.requestId;
      const requestId = typeof sent === "string" ? sent : ctx.runId;
      return withRequestContext({ requestId, runId: ctx.runId }, () => finalErrors(next));
    }

    override async wrapStepHandler({ ctx, fn, stepInfo, next }: Middleware.WrapStepHandlerArgs) {
      const step = stepInfo.options.name ?? stepInfo.options.id;
      const fields = { function: fn.opts.id, runId: ctx.runId, step, attempt: ctx.attempt };
      const started = performance.now();
      const durationMs = () => Math.round(performance.now() - started);
      const key = `${ctx.runId}:${stepInfo.hashedId}`;
      try {
        const result = await currentStep.run({ key, sent: 0 }, () => finalErrors(next));
        log.info({ ...fields, durationMs: durationMs() }, "step done");
        return result;
      } catch (error) {
        log.warn({ ...fields, durationMs: durationMs(), err: error }, "step failed");
        throw error;
      }
    }

    override transformSendEvent(args: Middleware.TransformSendEventArgs) {
      const step = currentStep.getStore();
      if (!step) return args;
      const events = args.events.map((event) => {
        step.sent += 1;
        return event.id === undefined ? { ...event, id: `${step.key}:${step.sent}` } : event;
      });
      return { ...args, events };
    }
  };
}

async function finalErrors(next: () => Promise<unknown>): Promise<unknown> {
  try {
    return await next();
  } catch (error) {
    throw toJobError(error);
  }
}
