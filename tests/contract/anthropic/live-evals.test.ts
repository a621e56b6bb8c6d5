import { afterAll, beforeEach, expect, it } from "vitest";
import { anthropicModel } from "@/lib/integrations/anthropic/anthropic-model";
import { answerCases } from "@/scripts/evals/answers/answer-cases";
import { evalLiveAnswers } from "@/scripts/evals/answers/live-answers";
import { startAnthropicServer } from "@/tests/support/anthropic/start-anthropic-server";

/** `npm run evals -- --live` against the played service: the real one is asked by hand only. */
const server = await startAnthropicServer();
afterAll(() => server.close());
beforeEach(() => server.always("well"));

const NOW = new Date("2026-11-23T12:00:00Z");
const all = answerCases();
const cases = ["weekly", "daily", "debrief"].flatMap((kind) =>
  all.filter((one) => one.kind === kind).slice(0, 2),
);
const live = () =>
  evalLiveAnswers(anthropicModel({ apiKey: "sk-test", baseUrl: server.url }), NOW, cases);

it("asks each case as the product does, and judges what comes", async () => {
  const { figures, wrong } = await live();
  expect(wrong).toEqual([]);
  expect(figures).toMatchObject({
    ...{ liveCases: { value: 6, ok: false }, liveFirstHeld: { value: 1 } },
    ...{ liveHeld: { value: 1, ok: true }, liveLow: { value: 0, ok: true } },
  });
  expect(figures.liveCost?.value).toBeGreaterThan(0);
  const asked = server.requests.map(({ body }) => JSON.parse(new TextDecoder().decode(body)));
  expect(new Set(asked.map(({ system }) => system[0].text)).size).toBe(3);
});

it("has what is false sent back, and counts what stays so, or never comes", async () => {
  server.next("false_numbers");
  const mended = await live();
  expect(mended.figures.liveFirstHeld?.value).toBeLessThan(1);
  expect(mended.figures).toMatchObject({ liveHeld: { value: 1, ok: true } });
  server.always("false_numbers");
  const { figures, wrong } = await live();
  expect(figures).toMatchObject({ liveHeld: { value: 0, ok: false }, liveLow: { ok: false } });
  expect(wrong.join()).toContain("987");
  server.always({ status: 429 });
  const none = await live();
  expect(none.figures).toMatchObject({ liveHeld: { value: 0 }, liveCost: { value: 0 } });
  expect(none.wrong).toContain("live: 6 questions came to: rate_limited");
});
