import Anthropic from "@anthropic-ai/sdk";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { anthropicModel } from "@/lib/integrations/anthropic/anthropic-model";
import { ModelError, type ModelRequest } from "@/lib/integrations/language-model";
import { startAnthropicServer } from "@/tests/support/anthropic/start-anthropic-server";

const server = await startAnthropicServer();
afterAll(() => server.close());
const model = anthropicModel({ apiKey: "sk-secret", baseUrl: server.url });
const format = z.object({
  insights: z.array(z.object({ detector: z.string(), text: z.string().max(400) })).max(5),
});
type Written = z.infer<typeof format>;

const FINDING = { detector: "monotony", title: "Same again", text: "Nine days.", action: "Rest." };
const request = (of: Partial<ModelRequest<Written>> = {}): ModelRequest<Written> => ({
  model: "claude-haiku-5-5",
  prefix: "How to write. ".repeat(200),
  turns: [{ role: "user", text: `Today: ${JSON.stringify({ findings: [FINDING] })}` }],
  format,
  mostTokens: 1000,
  effort: "low",
  timeoutS: 5,
  userHash: "abc",
  ...of,
});
const failure = (asking: Promise<unknown>): Promise<ModelError> =>
  asking.then(
    () => Promise.reject(new Error("It wrote.")),
    (error) => (error instanceof ModelError ? error : Promise.reject(error)),
  );
const sent = () => JSON.parse(new TextDecoder().decode(server.requests.at(-1)?.body));

beforeEach(() => {
  server.recover();
  server.always("well");
});

describe("a single question", () => {
  it("is answered in the form that was asked for, and told what it cost", async () => {
    const { value, usage } = await model.write(request());
    expect(value.insights).toEqual([{ detector: "monotony", text: "In short: Nine days." }]);
    expect(usage.outputTokens).toBeGreaterThan(0);
    expect(usage.inputTokens).toBeGreaterThan(0);
  });

  it("carries the prefix first, marked to be kept, and nothing that the service refuses", async () => {
    await model.write(request());
    const { system, messages, output_config, metadata, ...rest } = sent();
    expect(system).toEqual([
      { type: "text", text: request().prefix, cache_control: { type: "ephemeral", ttl: "5m" } },
    ]);
    expect(messages).toEqual([{ role: "user", content: request().turns[0]?.text }]);
    expect(output_config.effort).toBe("low");
    expect(output_config.format.type).toBe("json_schema");
    expect(metadata).toEqual({ user_id: "abc" });
    expect(rest).toEqual({ model: "claude-haiku-5-5", max_tokens: 1000 });
    expect(server.requests.at(-1)?.headers.authorization).toBe("Bearer sk-secret");
  });

  it("reads from the cache what a question before it has left there, if it is long enough", async () => {
    const prefix = "A beginning of its own. ".repeat(100);
    const first = await model.write(request({ prefix }));
    expect(first.usage.cacheWrite5mTokens).toBeGreaterThanOrEqual(512);
    const second = await model.write(request({ prefix }));
    expect(second.usage).toMatchObject({ cacheWrite5mTokens: 0 });
    expect(second.usage.cacheReadTokens).toBe(first.usage.cacheWrite5mTokens);
    server.passHours(0.1);
    const late = await model.write(request({ prefix }));
    expect(late.usage.cacheReadTokens).toBe(0);
    const short = await model.write(request({ prefix: "Too short to be kept." }));
    expect(short.usage).toMatchObject({ cacheReadTokens: 0, cacheWrite5mTokens: 0 });
  });

  it.each([
    [400, "invalid"],
    [401, "signed_out"],
    [402, "unpaid"],
    [403, "forbidden"],
    [404, "invalid"],
    [413, "too_long"],
    [429, "rate_limited"],
    [500, "unavailable"],
    [529, "overloaded"],
  ])("fails as %s says, once, and without its words", async (status, expected) => {
    const before = server.requests.length;
    server.next({ status, retryAfterS: 7 });
    const error = await failure(model.write(request()));
    expect(error).toMatchObject({ failure: expected, status, retryAfterS: 7, usage: null });
    expect(error.message).not.toContain("as told");
    expect(server.requests.length - before).toBe(1);
  });

  it.each([
    ["refusal", "refused"],
    ["max_tokens", "cut_off"],
    ["malformed", "malformed"],
  ] as const)("that ends in %s is of no use, and has its price", async (mood, expected) => {
    server.next(mood);
    const error = await failure(model.write(request()));
    expect(error.failure).toBe(expected);
    expect(error.usage?.outputTokens).toBeGreaterThan(0);
  });

  it("is checked again: the service does not keep to lengths", async () => {
    const long = { ...FINDING, text: "x".repeat(500) };
    const text = JSON.stringify({ findings: [long] });
    const error = await failure(model.write(request({ turns: [{ role: "user", text }] })));
    expect(error.failure).toBe("malformed");
  });

  it("is not waited for any longer than was said, and survives a line that breaks", async () => {
    server.fail({ how: "timeout" });
    const started = performance.now();
    expect(await failure(model.write(request({ timeoutS: 0.3 })))).toMatchObject({
      failure: "timeout",
    });
    expect(performance.now() - started).toBeLessThan(5_000);
    server.fail({ how: "half_body" });
    expect((await failure(model.write(request()))).failure).toBe("unavailable");
  });

  it("goes nowhere when nobody is there", async () => {
    const nobody = anthropicModel({ apiKey: "k", baseUrl: "http://127.0.0.1:9" });
    expect(await failure(nobody.write(request()))).toMatchObject({ failure: "unavailable" });
  });
});

describe("a batch", () => {
  const items = (ids: readonly string[], of: Partial<ModelRequest<Written>> = {}) =>
    ids.map((customId) => ({ customId, request: request(of) }));
  const resultsOf = async (id: string) => {
    const found = new Map<string, unknown>();
    for await (const { customId, outcome } of model.results(id, format)) {
      found.set(customId, outcome);
    }
    return found;
  };

  it("is sent, ends, and gives its results by their ids, at the hour's cache", async () => {
    server.endBatchesAfter(1);
    const { id, isEnded, size } = await model.sendBatch(items(["a", "b"]));
    expect({ isEnded, size }).toEqual({ isEnded: false, size: 2 });
    expect(sent().requests[0].params.system[0].cache_control.ttl).toBe("1h");
    expect((await model.batch(id))?.isEnded).toBe(false);
    expect((await model.batch(id))?.isEnded).toBe(true);
    const results = await resultsOf(id);
    expect([...results.keys()].sort()).toEqual(["a", "b"]);
    expect(results.get("a")).toMatchObject({ value: { insights: [{ detector: "monotony" }] } });
    expect(await model.batchesSince(new Date(Date.now() - 3_600_000))).toContainEqual(
      expect.objectContaining({ id, size: 2 }),
    );
    await model.deleteBatch(id);
    expect(await model.batch(id)).toBeNull();
    await model.deleteBatch(id);
  });

  it("tells each item's own failure", async () => {
    server.endBatchesAfter(0);
    const { id } = await model.sendBatch(items(["a", "b", "c", "d", "e"]));
    await model.batch(id);
    // Answered in reverse.
    server.next("expired", "errored", "refusal", "malformed", "well");
    const results = await resultsOf(id);
    expect(results.get("e")).toBe("expired");
    expect(results.get("d")).toMatchObject({ failure: "unavailable" });
    expect(results.get("c")).toMatchObject({ failure: "refused" });
    expect(results.get("b")).toMatchObject({ failure: "malformed" });
    expect(results.get("a")).toHaveProperty("value");
  });

  it("called off, or too old, has only what expired", async () => {
    server.endBatchesAfter(99);
    const { id } = await model.sendBatch(items(["a"]));
    await model.cancelBatch(id);
    server.passHours(25);
    expect((await model.batch(id))?.isEnded).toBe(true);
    expect((await resultsOf(id)).get("a")).toBe("expired");
  });

  it("whose line breaks is unavailable, so that it is read again", async () => {
    server.endBatchesAfter(0);
    const { id } = await model.sendBatch(items(["a", "b", "c"]));
    await model.batch(id);
    server.fail({ path: /results$/, how: "half_body" });
    expect((await failure(resultsOf(id))).failure).toBe("unavailable");
    expect((await resultsOf(id)).size).toBe(3);
  });

  it("takes each id once only", async () => {
    expect(await failure(model.sendBatch(items(["a", "a"])))).toMatchObject({ failure: "invalid" });
    expect(await failure(model.sendBatch(items(["a b"])))).toMatchObject({ failure: "invalid" });
  });
});

describe("the played service", () => {
  const client = new Anthropic({ apiKey: "sk", baseURL: server.url, maxRetries: 0 });
  const plain = {
    model: "claude-haiku-5-5",
    max_tokens: 100,
    messages: [{ role: "user" as const, content: "{}" }],
  };

  it("streams what it writes", async () => {
    const stream = client.messages.stream(plain);
    let text = "";
    stream.on("text", (part) => {
      text += part;
    });
    const message = await stream.finalMessage();
    expect(JSON.parse(text)).toEqual({ insights: [] });
    expect(message.stop_reason).toBe("end_turn");
  });
});
