import type { z } from "zod";
import type { ModelId, ModelUsage } from "@/lib/assistant/models";
import type { ModelEffort } from "@/lib/assistant/settings";

/**
 * Why a model did not write.
 * - "signed_out": the operator's key is not accepted
 * - "unpaid": the operator's account has run dry
 * - "forbidden": the key may not do this
 * - "rate_limited", "overloaded": too much at once; `retryAfterS` when it was said for how long
 * - "timeout", "unavailable": no answer in time, or none at all
 * - "paused": it was not asked, for its breaker is open or it has too much to do
 * - "refused": the model itself declined
 * - "cut_off": it ran out of the tokens that it was given
 * - "malformed": it wrote something else than what was asked for
 * - "too_long": the prompt is longer than the model takes
 * - "invalid": the request is wrong in the provider's eyes
 */
export type ModelFailure =
  | "signed_out"
  | "unpaid"
  | "forbidden"
  | "rate_limited"
  | "overloaded"
  | "timeout"
  | "unavailable"
  | "paused"
  | "refused"
  | "cut_off"
  | "malformed"
  | "too_long"
  | "invalid";

type ErrorOptions = {
  readonly status?: number | undefined;
  readonly retryAfterS?: number | undefined;
  readonly usage?: ModelUsage | undefined;
  readonly requestId?: string | null | undefined;
};

/** A model's refusal, typed. Never holds the key, the prompt or the answer. */
export class ModelError extends Error {
  readonly failure: ModelFailure;
  /** HTTP status; null when there was no answer, or a good one that was of no use. */
  readonly status: number | null;
  /** Seconds; null when nothing was said. */
  readonly retryAfterS: number | null;
  /** What it cost nevertheless; null when nothing was charged. */
  readonly usage: ModelUsage | null;
  readonly requestId: string | null;

  constructor(failure: ModelFailure, message: string, options: ErrorOptions = {}) {
    super(message);
    this.name = "ModelError";
    this.failure = failure;
    this.status = options.status ?? null;
    this.retryAfterS = options.retryAfterS ?? null;
    this.usage = options.usage ?? null;
    this.requestId = options.requestId ?? null;
  }
}

export type ModelTurn = { readonly role: "user" | "assistant"; readonly text: string };

export type ModelRequest<Value> = {
  readonly model: ModelId;
  /** The same bytes for every athlete: the provider keeps it, so it comes first. */
  readonly prefix: string;
  /** What is the athlete's; the last turn is the user's. */
  readonly turns: readonly ModelTurn[];
  /** What the answer has to be. One per kind of prompt: another one empties the provider's cache. */
  readonly format: z.ZodType<Value>;
  readonly mostTokens: number;
  readonly effort: ModelEffort;
  readonly timeoutS: number;
  /** Tells athletes apart for the provider's own checks, and says nothing of them. */
  readonly userHash: string;
};

export type ModelAnswer<Value> = {
  readonly value: Value;
  readonly usage: ModelUsage;
  readonly requestId: string | null;
};

export type BatchItem<Value> = {
  /** 1-64 letters, digits, "-", "_"; once in a batch. */
  readonly customId: string;
  readonly request: ModelRequest<Value>;
};

export type ModelBatch = {
  readonly id: string;
  readonly isEnded: boolean;
  /** Called off, but not ended yet. */
  readonly isStopping: boolean;
  readonly createdAt: Date;
  /** Requests in it. */
  readonly size: number;
};

export type BatchResult<Value> = {
  readonly customId: string;
  /** "expired": not worked off in time, or called off; nothing is charged. */
  readonly outcome: ModelAnswer<Value> | ModelError | "expired";
};

/** One that is switched off can only be told to stop. */
export type FormerModel = Pick<LanguageModel, "batch" | "cancelBatch" | "deleteBatch">;

/** A language model, as services see it. Every method throws `ModelError` and tries once. */
export type LanguageModel = {
  write<Value>(request: ModelRequest<Value>): Promise<ModelAnswer<Value>>;
  /** Half the price, within a day. */
  sendBatch<Value>(items: readonly BatchItem<Value>[]): Promise<ModelBatch>;
  /** Null when there is none of this id (any more). */
  batch(id: string): Promise<ModelBatch | null>;
  /** Those made since then: to find one whose id was lost in a crash. */
  batchesSince(since: Date): Promise<readonly ModelBatch[]>;
  /** One at a time, in any order; of a batch that has ended. */
  results<Value>(id: string, format: z.ZodType<Value>): AsyncIterable<BatchResult<Value>>;
  cancelBatch(id: string): Promise<void>;
  /** With all that was sent; well when it is gone already. */
  deleteBatch(id: string): Promise<void>;
};
