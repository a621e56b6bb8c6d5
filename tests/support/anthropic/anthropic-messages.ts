import type { MessageRequest } from "./request-shape";

/** The parts of a request that the played model reads. */
export type PlayedRequest = {
  readonly model?: string;
  readonly max_tokens?: number;
  readonly system?: readonly {
    readonly type: string;
    readonly text: string;
    readonly cache_control?: { readonly ttl?: "5m" | "1h" };
  }[];
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly output_config?: { readonly format?: unknown };
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

/** Roughly what a tokenizer would count in English and JSON. */
export function tokensIn(text: string): number {
  return Math.ceil(text.length / 3.6);
}

/** The texts of a request that was found right: one string a turn, blocks before them. */
export function playedRequest(request: MessageRequest): PlayedRequest {
  const { model, max_tokens, system = [], messages, output_config, stream = false } = request;
  const blocks = typeof system === "string" ? [{ type: "text" as const, text: system }] : system;
  return {
    ...{ model, max_tokens, stream, output_config: output_config ?? {} },
    system: blocks.map(({ type, text, cache_control }) => ({
      ...{ type, text },
      ...(cache_control && { cache_control: { ttl: cache_control.ttl ?? "5m" } }),
    })),
    messages: messages.map(({ role, content }) => ({
      role,
      content: typeof content === "string" ? content : content.map(({ text }) => text).join("\n"),
    })),
  };
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

/** With a tool asked for that nobody has offered. */
export function withToolUse(message: ReturnType<typeof messageBody>) {
  const tool = { type: "tool_use", id: "toolu_played", name: "delete_everything", input: {} };
  return { ...message, content: [...message.content, tool] as typeof message.content };
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
