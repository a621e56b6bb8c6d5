import "server-only";
import type Anthropic from "@anthropic-ai/sdk";
import type { MessageBatch } from "@anthropic-ai/sdk/resources/messages";
import type { LanguageModel, ModelBatch } from "@/lib/integrations/language-model";
import { modelErrorOf } from "./model-failure";
import { readBatch } from "./read-batch";
import { readMessage } from "./read-message";
import { wireRequest } from "./wire-request";

export type AnthropicOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** Wraps every call: the provider's breaker, bulkhead and time limit. */
  readonly call?: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
};

/** For the questions around a batch; the batch itself may be some megabytes. */
const BATCH_TIMEOUT_MS = 100_000;
/** For reading all results of a batch, with what is done about each. */
const RESULTS_TIMEOUT_MS = 30 * 60_000;
const PAGE = 100;

/** Anthropic's Messages API. The SDK, 27 MB of it, is loaded with the first question. */
export function anthropicModel({ apiKey, baseUrl, call }: AnthropicOptions): LanguageModel {
  let loaded: Promise<Loaded> | undefined;
  /** One question: tried once, for the job engine knows better when to try again. */
  const ask = async <T>(work: (loaded: Loaded, signal: AbortSignal) => Promise<T>): Promise<T> => {
    loaded ??= load(apiKey, baseUrl);
    const ready = await loaded;
    const typed = async (signal: AbortSignal) => {
      try {
        return await work(ready, signal);
      } catch (error) {
        throw modelErrorOf(ready.sdk, error);
      }
    };
    return call ? call(typed) : typed(new AbortController().signal);
  };
  const asked = { timeout: BATCH_TIMEOUT_MS };
  return {
    write: (request) =>
      ask(async ({ client, outputFormat }, signal) => {
        const wire = wireRequest(request, outputFormat, "5m");
        const timeout = request.timeoutS * 1000;
        return readMessage(await client.messages.create(wire, { signal, timeout }), request.format);
      }),
    sendBatch: (items) =>
      ask(async ({ client, outputFormat }, signal) => {
        const requests = items.map(({ customId, request }) => ({
          custom_id: customId,
          params: wireRequest(request, outputFormat, "1h"),
        }));
        return shown(await client.messages.batches.create({ requests }, { ...asked, signal }));
      }),
    batch: (id) =>
      orNull(
        ask(async ({ client }, signal) =>
          shown(await client.messages.batches.retrieve(id, undefined, { ...asked, signal })),
        ),
      ),
    batchesSince: (since) =>
      ask(async ({ client }, signal) => {
        const found: ModelBatch[] = [];
        // The newest first.
        const pages = client.messages.batches.list({ limit: PAGE }, { ...asked, signal });
        for await (const batch of pages) {
          if (new Date(batch.created_at) < since) break;
          found.push(shown(batch));
        }
        return found;
      }),
    async *results(id, format) {
      // The line's own limit ends with the call, and would break off what is read after it.
      const signal = AbortSignal.timeout(RESULTS_TIMEOUT_MS);
      const { sdk, lines } = await ask(async ({ sdk, client }) => {
        const lines = await client.messages.batches.results(id, undefined, { ...asked, signal });
        return { sdk, lines };
      });
      yield* readBatch(lines, format, sdk);
    },
    cancelBatch: async (id) => {
      await orNull(
        ask(({ client }, signal) =>
          client.messages.batches.cancel(id, undefined, { ...asked, signal }),
        ),
      );
    },
    deleteBatch: async (id) => {
      await orNull(
        ask(({ client }, signal) =>
          client.messages.batches.delete(id, undefined, { ...asked, signal }),
        ),
      );
    },
  };
}

type Loaded = {
  readonly sdk: typeof import("@anthropic-ai/sdk");
  readonly client: Anthropic;
  readonly outputFormat: typeof import("@anthropic-ai/sdk/helpers/zod").zodOutputFormat;
};

async function load(apiKey: string, baseURL: string): Promise<Loaded> {
  const sdk = await import("@anthropic-ai/sdk");
  const { zodOutputFormat } = await import("@anthropic-ai/sdk/helpers/zod");
  // Its log would quote what is sent.
  const client = new sdk.Anthropic({
    ...{ apiKey, authToken: null, baseURL, maxRetries: 0, logLevel: "off" },
  });
  return { sdk, client, outputFormat: zodOutputFormat };
}

function shown({ id, processing_status, created_at, request_counts }: MessageBatch): ModelBatch {
  const { processing, succeeded, errored, canceled, expired } = request_counts;
  return {
    id,
    isEnded: processing_status === "ended",
    isStopping: processing_status === "canceling",
    createdAt: new Date(created_at),
    size: processing + succeeded + errored + canceled + expired,
  };
}

/** Null for what is not there (any more). */
async function orNull<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if ((error as { status?: unknown }).status === 404) return null;
    throw error;
  }
}
