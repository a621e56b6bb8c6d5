/** The parts of a request that the real service looks at; whatever else it holds is refused. */
export type PlayedRequest = {
  readonly model?: string;
  readonly max_tokens?: number;
  readonly system?: readonly {
    readonly type: string;
    readonly text: string;
    readonly cache_control?: { readonly ttl?: "5m" | "1h" };
  }[];
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly output_config?: { readonly format?: unknown; readonly effort?: string };
  readonly stream?: boolean;
};

export type PlayedUsage = {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly cache_creation: {
    readonly ephemeral_5m_input_tokens: number;
    readonly ephemeral_1h_input_tokens: number;
  };
  readonly output_tokens_details: null;
  readonly server_tool_use: null;
  readonly service_tier: "standard" | "batch";
  readonly inference_geo: null;
  readonly speed: null;
};

const KNOWN_MODELS = ["claude-haiku-5-5", "claude-sonnet-5-5"];
const GONE = ["temperature", "top_p", "top_k"];

/** Roughly what a tokenizer would count in English and JSON. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 3.6);
}

/** Why the real service would answer 400; null when it would not. */
export function objection(request: PlayedRequest & Record<string, unknown>): string | null {
  const gone = GONE.find((name) => name in request);
  if (gone) return `${gone}: Extra inputs are not permitted`;
  if (typeof request.model !== "string") return "model: Field required";
  if (!KNOWN_MODELS.includes(request.model)) return `model: ${request.model}`;
  if (!Number.isInteger(request.max_tokens) || Number(request.max_tokens) < 1) {
    return "max_tokens: Input should be greater than or equal to 1";
  }
  const { messages } = request;
  if (!Array.isArray(messages) || messages.length === 0) return "messages: Field required";
  if (messages[0]?.role !== "user") return "messages: first message must use the user role";
  if (messages.some(({ content }) => content.trim() === "")) {
    return "messages: text content blocks must be non-empty";
  }
  return null;
}

export function errorBody(type: string, message: string) {
  return { type: "error", error: { type, message }, request_id: "req_played" };
}

export function messageBody(
  request: PlayedRequest,
  text: string,
  usage: PlayedUsage,
  stopReason = "end_turn",
) {
  return {
    id: "msg_played",
    type: "message",
    role: "assistant",
    model: request.model,
    content: [{ type: "text", text, citations: null }],
    container: null,
    diagnostics: null,
    stop_reason: stopReason,
    stop_sequence: null,
    stop_details: null,
    usage,
  };
}

/** The same message as a stream of events. */
export function messageEvents(message: ReturnType<typeof messageBody>): string {
  const event = (type: string, data: object) =>
    `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
  const text = message.content[0]?.text ?? "";
  const { stop_reason, stop_sequence, stop_details, container, usage } = message;
  return [
    event("message_start", { message: { ...message, content: [], stop_reason: null } }),
    event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    event("ping", {}),
    ...(text.match(/.{1,40}/gs) ?? []).map((part) =>
      event("content_block_delta", { index: 0, delta: { type: "text_delta", text: part } }),
    ),
    event("content_block_stop", { index: 0 }),
    event("message_delta", {
      delta: { stop_reason, stop_sequence, stop_details, container },
      usage,
    }),
    event("message_stop", {}),
  ].join("");
}
