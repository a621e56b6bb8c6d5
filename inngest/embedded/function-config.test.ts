import { describe, expect, it } from "vitest";
import { functionConfig, UnsupportedJob } from "./function-config";

const config = (options: Record<string, unknown>) =>
  functionConfig({ id: "app-f", name: "f", triggers: [{ event: "a/b" }], steps: {}, ...options });

describe("functionConfig", () => {
  it("reads everything that is supported", () => {
    const read = config({
      triggers: [
        { event: "a/b", expression: "event.data.x == 1" },
        { cron: "TZ=Europe/Paris 0 6 * * *" },
      ],
      steps: { step: { retries: { attempts: 2 } } },
      concurrency: [
        { limit: 2, key: "event.data.id" },
        { limit: 9, scope: "account", key: "'x'" },
      ],
      throttle: { limit: 5, period: "1m", burst: 2, key: "event.data.id" },
      singleton: { mode: "skip", key: "event.data.id" },
      idempotency: "event.data.id + '-' + event.data.day",
      cancel: [{ event: "c/d", if: "event.data.id == async.data.id", timeout: "1h" }],
    });
    expect(read).toMatchObject({
      id: "app-f",
      maxAttempts: 3,
      events: [{ name: "a/b" }],
      crons: ["TZ=Europe/Paris 0 6 * * *"],
      concurrency: [
        { limit: 2, scope: "fn" },
        { limit: 9, scope: "env" },
      ],
      throttle: { intervalMs: 12_000, burst: 2 },
      singleton: { mode: "skip" },
      cancelOn: [{ event: "c/d", timeoutMs: 3_600_000 }],
    });
    expect(config({ debounce: { period: "1m30s", timeout: "1h" } }).debounce).toMatchObject({
      periodMs: 90_000,
      timeoutMs: 3_600_000,
    });
    expect(config({ concurrency: 3 }).concurrency).toMatchObject([{ limit: 3, key: [] }]);
    expect(config({}).maxAttempts).toBe(5);
  });

  it.each([
    ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }],
    ["batchEvents", { batchEvents: { maxSize: 5, timeout: "1s" } }],
    ["priority", { priority: { run: "100" } }],
    ["timeouts", { timeouts: { start: "1h" } }],
    ["brandNew", { brandNew: true }],
    ["concurrency", { concurrency: [{ limit: 1, key: "size(event.data.x)" }] }],
    ["concurrency.brandNew", { concurrency: [{ limit: 1, brandNew: 1 }] }],
    ["throttle.brandNew", { throttle: { limit: 1, period: "1m", brandNew: 1 } }],
    ["throttle.period", { throttle: { limit: 1, period: "soon" } }],
    ["debounce.period", { debounce: { period: "a while" } }],
    ["debounce", { debounce: { period: "1m" }, throttle: { limit: 1, period: "1m" } }],
    ["singleton.mode", { singleton: { mode: "queue" } }],
    ["idempotency", { idempotency: "event.data.x > 1" }],
    ["idempotency", { idempotency: "async.data.x" }],
    ["cancelOn.if", { cancel: [{ event: "c/d", if: "async.data.x == 1" }] }],
    ["cancelOn.if", { cancel: [{ event: "c/d", if: "event.data.x > 1" }] }],
    ["triggers.if", { triggers: [{ event: "a/b", expression: "event.data.x > 1" }] }],
    ["triggers.event", { triggers: [{ event: "a/*" }] }],
    ["triggers.event", { triggers: [{ event: "inngest/function.finished" }] }],
    ["triggers.cron", { triggers: [{ cron: "every day" }] }],
    ["triggers.cron", { triggers: [{ cron: "TZ=Mars/Olympus 0 6 * * *" }] }],
    ["triggers.cron", { triggers: [{ cron: "0 0 31 2 *" }] }],
    ["triggers.jitter", { triggers: [{ cron: "0 6 * * *", jitter: "10m" }] }],
  ])("refuses %s, naming function and option: %j", (option, options) => {
    expect(() => config(options)).toThrow(UnsupportedJob);
    expect(() => config(options)).toThrow(
      `"app-f" cannot run without an Inngest server: ${option} `,
    );
  });
});
