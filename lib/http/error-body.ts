import { AppError, type ErrorCode } from "@/lib/errors";

/** The one shape in which errors leave the server. */
export type ErrorBody = {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>>;
    /** ISO 8601, UTC. */
    readonly timestamp: string;
    readonly request_id: string;
  };
};

/** What is shown of an error that was not written to be shown. */
export const INTERNAL_MESSAGE = "Something went wrong on our side. Try again in a moment.";

/** Anything thrown, as an error that may be shown: foreign ones become "internal" and say nothing. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error.code === "internal"
      ? new AppError("internal", INTERNAL_MESSAGE, { cause: error })
      : error;
  }
  return new AppError("internal", INTERNAL_MESSAGE, { cause: error });
}

export function errorBody(error: AppError, requestId: string, now: Date): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.message,
      details: error.details,
      timestamp: now.toISOString(),
      request_id: requestId,
    },
  };
}
