import { type Bindings, type DestinationStream, type Logger as PinoLogger, pino } from "pino";
import { env } from "./env";
import { describeError, redact, withoutParameters } from "./redact";
import { currentRequestContext, type RequestContext } from "./request-context";

export type Logger = PinoLogger;

const boundContext = Symbol("bound context");

/**
 * JSON lines on standard error (a command's standard output is its answer), or on
 * `destination`; private values never reach it.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const log = pino(
    {
      level,
      base: null,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields) as Record<string, unknown>,
      },
      serializers: {
        err: (error) => (error instanceof Error ? describeError(error) : error),
        message: withoutParameters,
      },
      // A logger that was bound to its request says the ids itself.
      mixin: (_fields, _level, instance) =>
        boundContext in instance ? {} : { ...currentRequestContext() },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
  // Pino runs its formatters on what a call logs, not on what a child is bound to.
  const { child } = log;
  log.child = function redactedChild(this: Logger, bindings, options) {
    return child.call(this, redact(bindings) as Bindings, options);
  } as typeof child;
  return log;
}

let shared: Logger | undefined;

/** The process's logger; made at first use, so that a build or a browser test needs no configuration. */
export function logger(): Logger {
  shared ??= createLogger(env().logLevel);
  return shared;
}

/** A logger whose every line carries the ids of one request, wherever it is called from. */
export function loggerFor(context: RequestContext, parent: Logger = logger()): Logger {
  return Object.assign(parent.child({ ...context }), { [boundContext]: true });
}
