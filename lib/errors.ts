export type ErrorCode =
  | "invalid_input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "unsupported"
  | "rate_limited"
  | "unavailable"
  | "internal";

const HTTP_STATUS: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/**
 * An error whose message is written for the person who sees it: what happened and what
 * to do. Anything else that is thrown is shown as "internal" and only logged.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details ?? {};
  }

  get status(): number {
    return HTTP_STATUS[this.code];
  }

  /** Trying the same thing again may succeed. */
  get isRetriable(): boolean {
    return this.code === "unavailable" || this.code === "internal";
  }
}

/** The same answer for a row that does not exist and one that is somebody else's. */
export function notFound(what: string): AppError {
  return new AppError("not_found", `${what} was not found.`);
}

export function invalidInput(
  message: string,
  details?: Readonly<Record<string, unknown>>,
): AppError {
  return new AppError("invalid_input", message, details ? { details } : {});
}
