import { MODELS } from "@/lib/assistant/models";
import type { VendorRequest } from "../vendors/vendor-server";
import { batchRequest, firstIssue, type MessageRequest, messageRequest } from "./request-shape";
import { schemaObjection } from "./schema-objection";

/** A status and words, as the real service would refuse. */
export type Refusal = { readonly status: number; readonly message: string };

export const MEGABYTE = 1_048_576;
const MOST_BYTES = 32 * MEGABYTE;
const MOST_BATCH_BYTES = 256 * MEGABYTE;
const MOST_MARKS = 4;
const VERSIONS = ["2023-01-01", "2023-06-01", "2026-10-21"];
/** Where it is documented. */
const MOST_OUTPUT: Readonly<Record<string, number>> = { "claude-haiku-5-5": 128_000 };

const invalid = (message: string): Refusal => ({ status: 400, message });

/** For who does not say who they are, or which version they speak; null for others. */
export function headerRefusal({ headers }: VendorRequest): Refusal | null {
  const isBearer = /^Bearer ./.test(headers.authorization ?? "");
  if (!isBearer && !headers["x-api-key"]) {
    return { status: 401, message: "x-api-key header is required" };
  }
  const version = headers["anthropic-version"];
  if (version === undefined) return invalid("anthropic-version: header is required");
  if (VERSIONS.includes(String(version))) return null;
  return invalid(`anthropic-version: "${version}" is not a valid version`);
}

/** The request, or why it is refused. */
export function readMessageRequest(body: Uint8Array): MessageRequest | Refusal {
  if (body.length > MOST_BYTES) return TOO_LARGE;
  const json = jsonOf(body);
  return json === undefined ? NO_JSON : checkedRequest(json);
}

export function checkedRequest(json: unknown): MessageRequest | Refusal {
  const read = messageRequest.safeParse(json);
  if (!read.success) return invalid(firstIssue(read.error));
  const { data } = read;
  if (!(data.model in MODELS)) return { status: 404, message: `model: ${data.model}` };
  const wrong = tokensObjection(data) ?? messagesObjection(data) ?? cacheObjection(data);
  const schema = data.output_config?.format?.schema;
  const form = schema ? schemaObjection(schema) : null;
  const why = wrong ?? (form && `output_config.format.schema: ${form}`);
  return why ? invalid(why) : data;
}

/** The same of a question in a batch, when it is worked off. */
export function checkedBatchParams(params: unknown): MessageRequest | Refusal {
  const given = Object(params) as Record<string, unknown>;
  const alone = ["stream", "speed"].find((name) => given[name]);
  if (alone) return invalid(`${alone}: Not supported in a batch`);
  return checkedRequest(params);
}

type BatchItems = readonly { readonly custom_id: string; readonly params: unknown }[];

export function readBatchRequest(body: Uint8Array): BatchItems | Refusal {
  if (body.length > MOST_BATCH_BYTES) return TOO_LARGE;
  const read = batchRequest.safeParse(jsonOf(body));
  if (!read.success) return invalid(firstIssue(read.error));
  const { requests } = read.data;
  const seen = new Set<string>();
  for (const { custom_id } of requests) {
    if (seen.has(custom_id)) return invalid(`requests: custom_id '${custom_id}' is not unique`);
    seen.add(custom_id);
  }
  return requests;
}

export function isRefusal(value: object): value is Refusal {
  return "status" in value;
}

const TOO_LARGE: Refusal = { status: 413, message: "Request exceeds the maximum size" };
const NO_JSON = invalid("The request body is not valid JSON");

function tokensObjection({ model, max_tokens }: MessageRequest): string | null {
  // Nothing to write is for keeping a prefix alone, which is not played.
  if (max_tokens < 1) return "max_tokens: Input should be greater than or equal to 1";
  const most = MOST_OUTPUT[model] ?? Number.POSITIVE_INFINITY;
  if (max_tokens <= most) return null;
  return `max_tokens: ${max_tokens} > ${most}, which is the maximum allowed number of output tokens for ${model}`;
}

function messagesObjection({ messages, system }: MessageRequest): string | null {
  if (messages[0]?.role !== "user") return 'messages: first message must use the "user" role';
  const texts = [
    ...messages.map(({ content }) => content),
    ...(system === undefined ? [] : [system]),
  ];
  const isEmpty = texts.some((content) => textsIn(content).some((text) => text.trim() === ""));
  return isEmpty ? "messages: text content blocks must be non-empty" : null;
}

function cacheObjection({ system, messages, cache_control }: MessageRequest): string | null {
  const parts = [system ?? [], ...messages.map(({ content }) => content)];
  const marks = parts.flatMap((part) =>
    typeof part === "string" ? [] : part.flatMap(({ cache_control: mark }) => (mark ? [mark] : [])),
  );
  const found = marks.length + (cache_control ? 1 : 0);
  if (found > MOST_MARKS) {
    return `A maximum of ${MOST_MARKS} blocks with cache_control may be provided. Found ${found}.`;
  }
  const short = marks.findIndex(({ ttl }) => ttl !== "1h");
  const isLateHour = short >= 0 && marks.slice(short).some(({ ttl }) => ttl === "1h");
  return isLateHour ? "a ttl='1h' cache_control block must not come after a ttl='5m' one" : null;
}

function textsIn(content: MessageRequest["messages"][number]["content"]): readonly string[] {
  return typeof content === "string" ? [content] : content.map(({ text }) => text);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
