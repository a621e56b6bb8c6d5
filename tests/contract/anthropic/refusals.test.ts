import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { writtenInsights } from "@/lib/assistant/insight-schema";
import { anthropicModel } from "@/lib/integrations/anthropic/anthropic-model";
import { ModelError } from "@/lib/integrations/language-model";
import { startAnthropicServer } from "@/tests/support/anthropic/start-anthropic-server";

/** The played service refuses what the real one refuses: a request that passes here is a good one. */
const server = await startAnthropicServer();
afterAll(() => server.close());
beforeEach(() => {
  server.recover();
  server.always("well");
  server.endBatchesAfter(0);
});

const HEADERS = { "x-api-key": "k", "anthropic-version": "2026-10-21" };
const PLAIN = {
  model: "claude-haiku-5-5",
  max_tokens: 100,
  messages: [{ role: "user", content: "{}" }],
};
const MEGABYTE = 1_048_576;

const post = (path: string, body: unknown, headers: Record<string, string> = HEADERS) =>
  fetch(`${server.url}/v1/messages${path}`, {
    ...{ method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) },
  });
/** "status type: message" of the error's body. */
const refusal = async (asking: Promise<Response>) => {
  const answer = await asking;
  const { type, error, request_id } = await answer.json();
  expect({ type, request_id }).toEqual({ type: "error", request_id: expect.any(String) });
  return `${answer.status} ${error.type}: ${error.message}`;
};

const mark = (ttl?: string) => ({ type: "ephemeral", ...(ttl && { ttl }) });
const block = (ttl?: string) => ({ type: "text", text: "x", cache_control: mark(ttl) });
const INVALID = "400 invalid_request_error: ";

describe("a question", () => {
  it.each([
    ["an unknown field", { prompt: "x" }, "prompt: Extra inputs are not permitted"],
    ["a temperature", { temperature: 1 }, "temperature: Extra inputs are not permitted"],
    ["top_p", { top_p: 1 }, "top_p: Extra inputs are not permitted"],
    ["top_k", { top_k: 1 }, "top_k: Extra inputs are not permitted"],
    ["no model", { model: undefined }, "model: Field required"],
    ["no tokens", { max_tokens: undefined }, "max_tokens: Field required"],
    ["no token", { max_tokens: 0 }, "max_tokens: Input should be"],
    ["too many tokens", { max_tokens: 128_001 }, "max_tokens: 128001 > 128000, which is the max"],
    ["no messages", { messages: [] }, "messages: "],
    ["words for messages", { messages: "Hello" }, "messages: "],
    ["another role", { messages: [{ role: "tool", content: "x" }] }, "messages.0.role: "],
    ["a model first", { messages: [{ role: "assistant", content: "x" }] }, "messages: first"],
    [
      "an empty text",
      { messages: [...PLAIN.messages, { role: "assistant", content: " " }] },
      "messages: text content blocks must be non-empty",
    ],
    [
      "an empty block",
      { messages: [{ role: "user", content: [{ type: "text", text: "" }] }] },
      "messages: text content blocks must be non-empty",
    ],
    [
      "a block with more",
      { messages: [{ role: "user", content: [{ type: "text", text: "x", bold: 1 }] }] },
      "messages.0.content.0.bold: Extra inputs are not permitted",
    ],
    ["five marks", { system: Array.from({ length: 5 }, () => block()) }, "A maximum of 4 blocks"],
    ["another ttl", { system: [block("2h")] }, "system.0.cache_control.ttl: "],
    ["an hour after minutes", { system: [block("5m"), block("1h")] }, "a ttl='1h' cache_control"],
    ["another effort", { output_config: { effort: "huge" } }, "output_config.effort: "],
    ["an e-mail beside the id", { metadata: { email: "x" } }, "metadata.email: Extra inputs"],
  ])("with %s is refused", async (_, of, said) => {
    expect(await refusal(post("", { ...PLAIN, ...of }))).toContain(`${INVALID}${said}`);
  });

  it("is refused without a key, without a version, of an unknown model, or too large", async () => {
    const { "x-api-key": _key, ...noKey } = HEADERS;
    expect(await refusal(post("", PLAIN, noKey))).toMatch(/^401 authentication_error: x-api-key/);
    const { "anthropic-version": _version, ...noVersion } = HEADERS;
    expect(await refusal(post("", PLAIN, noVersion))).toBe(
      `${INVALID}anthropic-version: header is required`,
    );
    const wrong = { ...HEADERS, "anthropic-version": "2023-06-01, 2023-06-01" };
    expect(await refusal(post("", PLAIN, wrong))).toContain("is not a valid version");
    expect(await refusal(post("", "{"))).toContain(INVALID);
    const none = refusal(post("", { ...PLAIN, model: "claude-none" }));
    expect(await none).toBe("404 not_found_error: model: claude-none");
    const large = { ...PLAIN, messages: [{ role: "user", content: "x".repeat(32 * MEGABYTE) }] };
    expect(await refusal(post("", large))).toContain("413 request_too_large");
  });

  it("is answered with everything that is allowed", async () => {
    const marked = [block("1h"), block("1h"), block(), block("5m")];
    const allowed = {
      ...{ ...PLAIN, max_tokens: 128_000, system: marked, metadata: { user_id: "a" } },
      ...{ thinking: { type: "adaptive" }, stop_sequences: ["x"] },
      messages: [
        { role: "user", content: [{ type: "text", text: "{}" }] },
        { role: "assistant", content: "x" },
        { role: "system", content: "x" },
        { role: "user", content: "x" },
      ],
    };
    expect((await post("", allowed)).status).toBe(200);
    const bearer = { authorization: "Bearer k", "anthropic-version": "2023-06-01" };
    expect((await post("", { ...PLAIN, system: "x" }, bearer)).status).toBe(200);
  });
});

const objectOf = (properties: object) => ({
  ...{ type: "object", properties, additionalProperties: false, required: [] },
});

describe("a form of answer", () => {
  const asked = (schema: unknown) => ({
    ...PLAIN,
    output_config: { format: { type: "json_schema", schema } },
  });

  it.each([
    [{ type: "object", properties: {} }, "'additionalProperties' must be explicitly set to false"],
    [objectOf({ a: { type: "string", minLength: 1 } }), "'minLength' is not supported"],
    [objectOf({ a: { type: "string", maxLength: 9 } }), "'maxLength' is not supported"],
    [objectOf({ a: { type: "integer", minimum: 1 } }), "'integer' type, property 'minimum'"],
    [objectOf({ a: { type: "number", exclusiveMaximum: 1 } }), "'exclusiveMaximum'"],
    [objectOf({ a: { type: "number", multipleOf: 2 } }), "'multipleOf' is not supported"],
    [objectOf({ a: { type: "array", items: {}, minItems: 2 } }), "'minItems' values other than 0"],
    [objectOf({ a: { type: "array", items: {}, maxItems: 5 } }), "'maxItems' is not supported"],
    [
      objectOf({ a: { type: "array", items: { type: "object", additionalProperties: true } } }),
      "'additionalProperties' must be explicitly set to false",
    ],
    [objectOf({ a: { anyOf: [{ type: "null" }, { type: "string", maxLength: 1 }] } }), "maxLength"],
    [objectOf({ a: { $ref: "https://example.org/a.json" } }), "External schema reference"],
    [objectOf({ a: { $ref: "#" } }), "Recursive schema reference"],
    [
      {
        ...objectOf({ a: { $ref: "#/$defs/b" } }),
        $defs: { b: objectOf({ c: { $ref: "#/$defs/b" } }) },
      },
      "Recursive schema reference",
    ],
  ])("is refused: %j", async (schema, said) => {
    const why = await refusal(post("", asked(schema)));
    expect(why).toContain(`${INVALID}output_config.format.schema: `);
    expect(why).toContain(said);
  });

  it("is taken where it keeps to what is supported", async () => {
    const item = { type: "string", description: "{maxLength: 9}", enum: ["a", "b"] };
    const schema = {
      ...objectOf({ list: { type: "array", items: { $ref: "#/$defs/item" }, minItems: 1 } }),
      $defs: { item },
    };
    expect((await post("", asked(schema))).status).toBe(200);
    expect((await post("", asked("words"))).status).toBe(400);
  });

  it("is one that the service takes where the product asks, with none of its limits in it", async () => {
    const model = anthropicModel({ apiKey: "k", baseUrl: server.url });
    const finding = { detector: "a", title: "T", text: "X", action: "A" };
    const request = {
      ...{ model: "claude-haiku-5-5" as const, prefix: "How to write.", format: writtenInsights },
      turns: [{ role: "user" as const, text: JSON.stringify({ findings: [finding] }) }],
      ...{ mostTokens: 100, effort: "low" as const, timeoutS: 5, userHash: "a" },
    };
    expect((await model.write(request)).value.insights).toHaveLength(1);
    // Recursive: nothing that the SDK could leave out of it.
    const format = z.object({
      get inner() {
        return format.optional();
      },
    });
    const refused = await model.write({ ...request, format }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ModelError);
    expect(refused).toMatchObject({ failure: "invalid" });
  });
});

describe("a batch", () => {
  const item = (custom_id: string, params: object = PLAIN) => ({ custom_id, params });
  const send = (requests: unknown) => post("/batches", { requests });

  it.each([
    ["nothing in it", [], "requests: "],
    ["an id twice", [item("a"), item("b"), item("a")], "custom_id 'a' is not unique"],
    ["a blank in an id", [item("a b")], "requests.0.custom_id: "],
    ["an id of 65 signs", [item("a".repeat(65))], "requests.0.custom_id: "],
    ["no id", [{ params: PLAIN }], "requests.0.custom_id: Field required"],
    ["more in an item", [{ ...item("a"), url: "/v1" }], "requests.0.url: Extra inputs"],
    ["no list", undefined, "requests: Field required"],
  ])("with %s is refused", async (_, requests, said) => {
    expect(await refusal(send(requests))).toMatch(INVALID);
    expect(await refusal(send(requests))).toContain(said);
  });

  it("takes 100,000 questions and none more", async () => {
    const many = Array.from({ length: 100_001 }, (_, n) => item(`q${n}`, {}));
    expect(await refusal(send(many))).toContain(`${INVALID}requests: `);
    expect((await send(many.slice(1))).status).toBe(200);
    server.forgetBatches();
  });

  it("looks at each question when it is worked off, and tells of it there", async () => {
    const wrong = { stream: { stream: true }, none: { max_tokens: 0 }, gone: { model: "x" } };
    const items = Object.entries(wrong).map(([id, of]) => item(id, { ...PLAIN, ...of }));
    const { id } = await (await send([...items, item("good")])).json();
    const shown = await (
      await fetch(`${server.url}/v1/messages/batches/${id}`, { headers: HEADERS })
    ).json();
    const lines = await (await fetch(shown.results_url, { headers: HEADERS })).text();
    const results = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ custom_id, result }) => [custom_id, result.error?.error.type ?? result.type]);
    expect(Object.fromEntries(results)).toEqual({
      ...{ stream: "invalid_request_error", none: "invalid_request_error" },
      ...{ gone: "not_found_error", good: "succeeded" },
    });
  });

  it("that is called off says since when, and what became of its questions", async () => {
    server.endBatchesAfter(99);
    const { id } = await (await send([item("a"), item("b")])).json();
    const canceled = await (await post(`/batches/${id}/cancel`, "")).json();
    expect(canceled).toMatchObject({ processing_status: "canceling", ended_at: null });
    expect(Date.parse(canceled.cancel_initiated_at)).toBeGreaterThan(0);
    const ended = await (
      await fetch(`${server.url}/v1/messages/batches/${id}`, { headers: HEADERS })
    ).json();
    expect(ended.request_counts).toMatchObject({ processing: 0, canceled: 2, succeeded: 0 });
  });
});
