import { startVendorServer, type VendorAnswer, type VendorRequest } from "../vendors/vendor-server";
import {
  errorBody,
  messageBody,
  messageEvents,
  type PlayedRequest,
  playedRequest,
  tokensIn,
  withToolUse,
} from "./anthropic-messages";
import { playedBatches } from "./played-batches";
import { prefixCache } from "./prefix-cache";
import { headerRefusal, isRefusal, readBatchRequest, readMessageRequest } from "./refusals";
import { obedientReply, writeReply } from "./write-reply";

/**
 * How the model, or the service, fares with a question.
 * - a status: an error; "retryAfterS" asks to wait
 * - "mixed": as models write, in many styles, and now and then a number that is not so
 * - "false_number": it writes well, but for one number that is not so; "two_…", "three_…": as
 *   many; "false_numbers": in all that it writes
 * - "medical", "medication", "eating", "pain", "urge": what it says is true, and begins with what
 *   a trainer must not say
 * - "obedient": it does what words in its data tell it: says them, and asks for a tool
 * - "refusal", "max_tokens", "malformed": it writes nothing that is of use
 * - "expired", "errored": in a batch only
 */
export type Mood =
  | { readonly status: number; readonly retryAfterS?: number }
  | "well"
  | "mixed"
  | keyof typeof FORBIDDEN
  | "obedient"
  | keyof typeof LIES
  | "refusal"
  | "max_tokens"
  | "malformed"
  | "expired"
  | "errored";

const LIES = {
  ...{ false_number: 1, two_false_numbers: 2, three_false_numbers: 3 },
  false_numbers: Number.POSITIVE_INFINITY,
} as const;

const FORBIDDEN = {
  medical: "It may be an infection. ",
  medication: "Take ibuprofen before you sleep. ",
  eating: "Skip breakfast and eat less. ",
  pain: "You can train through it. ",
  urge: "Go hard today. ",
} as const;

const ERROR_TYPES: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  500: "api_error",
  529: "overloaded_error",
};

/**
 * Plays Anthropic's Messages API: answers made of the facts in the prompt, the cache, batches,
 * and the refusals of the real one. Whoever holds any key is served.
 */
export async function startAnthropicServer(options: { readonly port?: number } = {}) {
  let clockMs = 0;
  const now = () => Date.now() + clockMs;
  const cache = prefixCache(now);
  const next: Mood[] = [];
  let mood: Mood = "well";
  const takeMood = (): Mood => next.shift() ?? mood;

  /** The message that the model writes, or what the service says instead. */
  const written = (request: PlayedRequest, how: Mood, isBatch: boolean) => {
    if (how === "refusal") {
      return messageBody(request, "", cache.usage(request, 3, isBatch), "refusal");
    }
    const lies = typeof how === "string" && how in LIES ? LIES[how as keyof typeof LIES] : 0;
    const plain = writeReply(request, lies, how === "mixed");
    const forbidden = typeof how === "string" && how in FORBIDDEN ? FORBIDDEN[how as never] : null;
    const reply = forbidden ? plain.replaceAll("In short: ", forbidden) : plain;
    const text = how === "malformed" ? reply.slice(0, -7) : reply;
    const usage = cache.usage(request, tokensIn(text), isBatch);
    if (how !== "max_tokens") return messageBody(request, text, usage);
    return messageBody(request, text.slice(0, text.length / 2), usage, "max_tokens");
  };
  const obeyed = (request: PlayedRequest) => {
    const text = obedientReply(request, writeReply(request, 0));
    return withToolUse(messageBody(request, text, cache.usage(request, tokensIn(text), false)));
  };
  const batches = playedBatches({ now, written, takeMood, url: () => server.url });

  const answer = ({ body }: VendorRequest): VendorAnswer => {
    const read = readMessageRequest(body);
    if (isRefusal(read)) return refused(read.status, read.message);
    const request = playedRequest(read);
    const how = takeMood();
    if (typeof how === "object") return refused(how.status, "as told", how.retryAfterS);
    const message = how === "obedient" ? obeyed(request) : written(request, how, false);
    const headers = { "request-id": "req_played" };
    if (!request.stream) return { headers, json: message };
    const stream = { ...headers, "content-type": "text/event-stream" };
    return { headers: stream, body: messageEvents(message) };
  };
  const withKey =
    (work: (request: VendorRequest, id: string) => VendorAnswer) =>
    (request: VendorRequest, { id = "" }: Readonly<Record<string, string>>): VendorAnswer => {
      const wrong = headerRefusal(request);
      return wrong ? refused(wrong.status, wrong.message) : work(request, id);
    };
  const route = (method: string, path: RegExp, work: Parameters<typeof withKey>[0]) => ({
    ...{ method, path, answer: withKey(work) },
  });

  const server = await startVendorServer(
    [
      route("POST", /^\/v1\/messages$/, answer),
      route("POST", /^\/v1\/messages\/count_tokens$/, ({ body }) => ({
        json: { input_tokens: tokensIn(new TextDecoder().decode(body)) },
      })),
      route("POST", /^\/v1\/messages\/batches$/, ({ body }) => {
        const read = readBatchRequest(body);
        return isRefusal(read) ? refused(read.status, read.message) : batches.create(read);
      }),
      route("GET", /^\/v1\/messages\/batches$/, ({ query }) => batches.list(query)),
      route("GET", /^\/v1\/messages\/batches\/(?<id>\w+)$/, (_, id) => batches.show(id) ?? gone()),
      route(
        "GET",
        /^\/v1\/messages\/batches\/(?<id>\w+)\/results$/,
        (_, id) => batches.results(id) ?? gone(),
      ),
      route(
        "POST",
        /^\/v1\/messages\/batches\/(?<id>\w+)\/cancel$/,
        (_, id) => batches.cancel(id) ?? gone(),
      ),
      route(
        "DELETE",
        /^\/v1\/messages\/batches\/(?<id>\w+)$/,
        (_, id) => batches.remove(id) ?? gone(),
      ),
    ],
    options.port,
  );
  return {
    ...server,
    get open() {
      return server.open;
    },
    /** For the next questions, one after the other. */
    next: (...moods: readonly Mood[]) => void next.push(...moods),
    /** For all others. */
    always: (how: Mood) => {
      mood = how;
    },
    /** How often a batch is asked for before it has ended. */
    endBatchesAfter: batches.endAfter,
    /** The same of one that was called off. */
    stopBatchesAfter: batches.stopAfter,
    batchIds: batches.ids,
    forgetBatches: batches.forget,
    /** Hours pass for what is kept and for batches. */
    passHours: (hours: number) => {
      clockMs += hours * 3_600_000;
    },
  };
}

function refused(status: number, message: string, retryAfterS?: number): VendorAnswer {
  const headers = retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) };
  return { status, headers, json: errorBody(ERROR_TYPES[status] ?? "api_error", message) };
}

function gone(): VendorAnswer {
  return refused(404, "Not found");
}
