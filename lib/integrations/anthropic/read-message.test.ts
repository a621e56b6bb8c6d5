import type { Message } from "@anthropic-ai/sdk/resources/messages";
import { expect, it } from "vitest";
import { z } from "zod";
import { readMessage } from "./read-message";

const form = z.object({ text: z.string() });
const message = (usage: object) =>
  ({
    ...{ id: "msg_1", type: "message", role: "assistant", model: "m", stop_reason: "end_turn" },
    content: [{ type: "text", text: '{"text":"Nine days."}', citations: null }],
    usage: { input_tokens: 60, output_tokens: 50, ...usage },
    _request_id: "req_1",
  }) as unknown as Message;

it("tells what was thought apart, also where the provider says nothing of it", () => {
  const thought = message({ output_tokens_details: { thinking_tokens: 20 } });
  const { value, usage, requestId } = readMessage(thought, form);
  expect({ value, requestId }).toEqual({ value: { text: "Nine days." }, requestId: "req_1" });
  expect(usage).toMatchObject({ inputTokens: 60, outputTokens: 50, thinkingTokens: 20 });
  for (const none of [{}, { output_tokens_details: null }]) {
    expect(readMessage(message(none), form).usage.thinkingTokens).toBe(0);
  }
});
