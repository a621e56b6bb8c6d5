import { describe, expect, it } from "vitest";
import { createLogger, loggerFor } from "./logger";
import { withRequestContext } from "./request-context";

function capture() {
  const lines: string[] = [];
  const log = createLogger("info", { write: (line: string) => void lines.push(line) });
  const last = () => JSON.parse(lines.at(-1) ?? "null") as Record<string, unknown>;
  return { log, lines, last };
}

describe("createLogger", () => {
  it("censors private values at any depth, by the meaning of their key", () => {
    const { log, lines, last } = capture();
    const secret = "hunter2-hunter2";
    log.info({
      password: secret,
      newPassword: secret,
      apiToken: secret,
      headers: { Authorization: secret, cookie: secret, "set-cookie": secret },
      user: { email: secret, note: secret, displayName: secret },
      rows: [{ hrvRmssdMs: 41.25, resting_hr_bpm: 47.5, weightKg: 61.5, mood: 3.5 }],
      DATABASE_URL: secret,
    });
    const line = lines.join("");
    for (const leaked of [secret, "41.25", "47.5", "61.5", "3.5"])
      expect(line).not.toContain(leaked);
    expect(last().password).toBe("[redacted]");
  });

  it("keeps what is needed to find a fault", () => {
    const { log, last } = capture();
    log.info({ batchId: "b1", count: 3, inputTokens: 20, weightKg: null, durationMs: 12 }, "done");
    expect(last()).toMatchObject({
      level: "info",
      message: "done",
      batchId: "b1",
      count: 3,
      inputTokens: 20,
      weightKg: null,
      durationMs: 12,
    });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it("logs a failed query without its values, however it is handed over", () => {
    const { log, lines, last } = capture();
    const cause = Object.assign(new Error("duplicate key value"), {
      code: "23505",
      detail: "Key (email_key)=(ada@example.org) already exists.",
    });
    const error = Object.assign(
      new Error("Failed query: insert into users\nparams: ada@example.org,61.5", { cause }),
      { query: "insert into users", params: ["ada@example.org", 61.5] },
    );
    log.error(error);
    log.error({ err: error });
    log.error({ err: error, nested: { error } }, "with words");
    log.child({ error }).error("bound");
    expect(lines.join("")).not.toMatch(/ada@example|61\.5/);
    expect(lines[0]).toContain("Failed query: insert into users");
    expect(lines[0]).toContain("23505");
    expect(last().message).toBe("bound");
  });

  it("keeps line breaks of a message out of the log's lines", () => {
    const { log, lines } = capture();
    log.info({ path: 'a\n{"level":"fatal"}' }, 'b\n{"level":"fatal"}');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trim().split("\n")).toHaveLength(1);
  });

  it("survives what cannot be walked through", () => {
    const { log, last } = capture();
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    log.info({ loop, bytes: new Uint8Array(4096), list: Array.from({ length: 500 }, (_, i) => i) });
    expect(JSON.stringify(last()).length).toBeLessThan(2000);
    expect(last().bytes).toBe("[4096 bytes]");
  });

  it("carries the ids of the work that is going on", () => {
    const { log, last } = capture();
    withRequestContext({ requestId: "request-1", route: "/today" }, () =>
      withRequestContext({ requestId: "request-1", runId: "run-1" }, () => log.info("inside")),
    );
    expect(last()).toMatchObject({ requestId: "request-1", route: "/today", runId: "run-1" });
    log.info("outside");
    expect(last()).not.toHaveProperty("requestId");
  });

  it("says the ids of a bound logger once", () => {
    const { log, lines } = capture();
    const bound = loggerFor({ requestId: "request-2" }, log);
    withRequestContext({ requestId: "request-1" }, () => bound.child({ a: 1 }).info("x"));
    expect(lines[0]?.match(/requestId/g)).toHaveLength(1);
    expect(lines[0]).toContain("request-2");
  });
});
