import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as deep } from "@/app/api/health/deep/route";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { GET as scrape } from "@/app/api/metrics/route";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { runAsSystem } from "@/db/run-as-system";
import { connections, jobDeadLetters, jobRuns, modelCalls, providerStates } from "@/db/schema";
import { NO_USAGE } from "@/lib/assistant/models";
import { localDate } from "@/lib/dates/local-date";
import { timeRequests } from "@/lib/http/time-requests";
import { newId } from "@/lib/ids";
import { beatJobHeart } from "@/lib/job-heart";
import { countDuplicates, countExternalCall, countModelUse, countStep } from "@/lib/metrics/count";
import { startMetrics } from "@/lib/metrics/metrics";
import { beginShutdown } from "@/lib/shutdown";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const TOKEN = vi.hoisted(() => {
  const token = "of these tests alone, 32 or more";
  vi.stubEnv("FORMLINE_SECRET", token);
  vi.stubEnv("FORMLINE_METRICS_TOKEN", token.replaceAll(" ", "-"));
  vi.stubEnv("FORMLINE_KEYS", `k1:${Buffer.alloc(32, 7).toString("base64")}`);
  vi.stubEnv("LOG_LEVEL", "silent");
  // Nothing here asks it.
  vi.stubEnv("ANTHROPIC_API_KEY", "of-these-tests");
  return token.replaceAll(" ", "-");
});
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const NO_PARAMS = { params: Promise.resolve({}) };
const MINUTE = 60_000;

function get(token: string | null): Request {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  return new Request("http://localhost:3000/api/x", { headers });
}

/** Every name of ours with its labels: none of them takes an id, an address or a person's name. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  http_request_duration_seconds: ["route", "method", "status"],
  db_query_duration_seconds: ["op"],
  db_pool_waiting: [],
  job_step_duration_seconds: ["fn", "step", "outcome"],
  job_queue_depth: ["fn"],
  job_oldest_ready_seconds: [],
  job_events_undispatched: [],
  job_dead_total: ["fn"],
  ext_calls_total: ["provider", "outcome"],
  breaker_state: ["provider"],
  ingest_duplicates_total: ["source"],
  sync_lag_seconds: ["source"],
  claude_tokens_total: ["model", "kind"],
  claude_cost_usd_total: ["model"],
  claude_cache_hit_ratio: [],
  claude_cost_unusual_times: [],
  claude_texts: ["feature", "model", "prompt", "outcome"],
  claude_verified_ratio: ["feature", "model", "prompt"],
  claude_escalated_ratio: [],
  claude_thumbs: ["feature", "model", "prompt", "thumb"],
};

/** Where it says what each of them means. */
function inRunbook(): Record<string, string[]> {
  const rows = [...readFileSync("docs/runbook.md", "utf8").matchAll(/^\| `(\w+)` +\| ([^|]*)\|/gm)];
  return Object.fromEntries(
    rows.map(([, name, labels = ""]) => [name, [...labels.matchAll(/`(\w+)`/g)].map(([, l]) => l)]),
  ) as Record<string, string[]>;
}

type Sample = { readonly name: string; readonly labels: Record<string, string>; value: number };

/** Prometheus's text format, strictly: a line that is none of its forms throws. */
function parse(text: string): Sample[] {
  const declared = new Set<string>();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      if (line.startsWith("#")) {
        const [, word, name = ""] = line.split(" ");
        if (word === "TYPE" && declared.has(name)) throw new Error(`${name} is declared twice`);
        if (word === "TYPE") declared.add(name);
        return [];
      }
      const parts = /^([a-z_:][\w:]*)(?:\{(.*)\})? (-?[\d.e+-]+|NaN|\+Inf)$/i.exec(line);
      if (!parts) throw new Error(`not a sample: ${line}`);
      const [, name = "", inner = "", value] = parts;
      const labels = [...inner.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, held]) => [key, held]);
      return [{ name, labels: Object.fromEntries(labels), value: Number(value) }];
    });
}

async function served() {
  timeRequests();
  const server = createServer((_request, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}`, close };
}

eachDatabase("metrics", (databases) => {
  let database: OpenDatabase;
  const system = (work: Parameters<ReturnType<typeof runAsSystem>>[0]) =>
    runAsSystem(database)(work);
  const samples = async () => parse(await (await scrape(get(TOKEN), NO_PARAMS)).text());
  const counted = async (name: string, labels: Record<string, string> = {}) =>
    (await samples()).find(
      (one) =>
        one.name === name &&
        Object.entries(labels).every(([key, held]) => one.labels[key] === held),
    )?.value;

  beforeAll(async () => {
    await startMetrics(() => database.waiting());
    database = await databases.create();
    setDatabase(database);
    fakeRequest.headers = new Headers();
    return () => setDatabase(null);
  }, 60_000);

  it("is not there without the token", async () => {
    for (const token of [null, "", "wrong", `${TOKEN}x`]) {
      expect((await scrape(get(token), NO_PARAMS)).status).toBe(404);
    }
    const answer = await scrape(get(TOKEN), NO_PARAMS);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it("has the metrics of the runbook and no other, each declared once, with their labels", async () => {
    const server = await served();
    await (await fetch(`${server.url}/made-up`)).text();
    await server.close();
    const usage = { ...NO_USAGE, inputTokens: 60, outputTokens: 50, thinkingTokens: 20 };
    countModelUse(databases.driver, { ...usage, cacheReadTokens: 300 }, 0.01);
    countStep("import-batch", "expand archives", "done", 12);
    countExternalCall("weather", "ok");
    countDuplicates("file", 1);
    const { athleteId } = await createTestAthlete(database);
    const lastSuccessAt = new Date(Date.now() - 90 * MINUTE);
    const runId = newId();
    const event = { id: runId, name: "days/changed", data: {}, ts: 0 };
    const functionId = "formline-import-batch";
    await system(async ({ db }) => {
      await db.insert(providerStates).values({ provider: "strava", breaker: "half_open" });
      await db
        .insert(connections)
        .values({ athleteId, provider: "garmin_personal", label: "x", lastSuccessAt });
      await db.insert(jobRuns).values([
        { id: runId, functionId, event, status: "failed" },
        { functionId, event, status: "queued", runAt: new Date(Date.now() - 5 * MINUTE) },
      ]);
      const day = localDate("2026-11-22");
      const call = { athleteId, feature: "daily", day, model: "x" } as const;
      const tokens = { inputTokens: 60, cacheReadTokens: 300, cacheWriteTokens: 40 };
      await db.insert(modelCalls).values({ ...call, ...tokens, costUsd: 0.01 });
      const asked = { promptHash: "0123456789abcdef", factsHash: "f", outcome: "ok" } as const;
      await db.insert(modelCalls).values({ ...call, ...asked, verifiedShare: 0.75 });
      const error = { name: "Error", message: "It broke." };
      await db.insert(jobDeadLetters).values({ runId, functionId, error });
    });
    const found: Record<string, string[]> = {};
    for (const { name, labels } of await samples()) {
      if (/^(process|nodejs)_/.test(name)) continue;
      const own = Object.keys(labels).filter((label) => label !== "le");
      found[name.replace(/_(bucket|sum|count)$/, "")] = own;
    }
    const ordered = (of: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(of).map(([name, labels]) => [name, [...labels].sort()]));
    expect(ordered(found)).toEqual(ordered(METRICS));
    expect(ordered(inRunbook())).toEqual(ordered(METRICS));
    expect(await counted("nodejs_eventloop_lag_seconds")).toBeGreaterThanOrEqual(0);
    const model = databases.driver;
    const tokensOf = (kind: string) => counted("claude_tokens_total", { model, kind });
    const kinds = ["in", "out", "thinking", "cache_read", "cache_write"];
    expect(await Promise.all(kinds.map(tokensOf))).toEqual([60, 30, 20, 300, 0]);
    expect(await counted("claude_cache_hit_ratio")).toBe(0.75);
    const version = { feature: "daily", model: "x", prompt: "01234567" };
    expect(await counted("claude_verified_ratio", version)).toBe(0.75);
    expect(await counted("claude_texts", { ...version, outcome: "dropped" })).toBe(1);
    expect(await counted("claude_escalated_ratio")).toBe(0);
    expect(await counted("breaker_state", { provider: "anthropic" })).toBe(0);
    expect(await counted("job_queue_depth", { fn: "import-batch" })).toBe(1);
    expect(await counted("job_dead_total", { fn: "import-batch" })).toBe(1);
    expect(await counted("breaker_state", { provider: "strava" })).toBe(1);
    expect(await counted("job_oldest_ready_seconds")).toBeGreaterThanOrEqual(5 * 60);
    expect(await counted("sync_lag_seconds", { source: "garmin_personal" })).toBeCloseTo(
      90 * 60,
      -2,
    );
  });

  it("counts a part of a long piece of work under one name, whichever part it is", async () => {
    for (let part = 1; part <= 50; part++)
      countStep(databases.driver, `import files, part ${part}`, "done", 1);
    const steps = (await samples()).filter(
      ({ name, labels }) =>
        name === "job_step_duration_seconds_count" && labels.fn === databases.driver,
    );
    expect(steps).toMatchObject([{ labels: { step: "import files, part N" }, value: 50 }]);
  });

  it("times each statement once, by its first word and nothing else of it", async () => {
    const before = (await counted("db_query_duration_seconds_count", { op: "update" })) ?? 0;
    await system(async ({ db }) => {
      for (let n = 0; n < 3; n++) await db.execute(sql`update users set name = name where false`);
    });
    await database.db.execute(sql`update users set name = name where false`);
    const all = (await samples()).filter(({ name }) => name === "db_query_duration_seconds_count");
    expect(all.find(({ labels }) => labels.op === "update")?.value).toBe(before + 4);
    expect(all.length).toBeLessThanOrEqual(9);
  });

  it("gives addresses that somebody makes up one label together", async () => {
    const server = await served();
    for (let n = 0; n < 20; n++) await (await fetch(`${server.url}/x${n}?y=${n}`)).text();
    await server.close();
    const routes = (await samples())
      .filter(({ name }) => name === "http_request_duration_seconds_count")
      .map(({ labels }) => labels);
    const madeUp = routes.filter(({ route }) => route !== "/");
    expect(madeUp).toEqual([{ route: "other", method: "GET", status: "200" }]);
  });
});

eachDatabase("health", (databases) => {
  let database: OpenDatabase;

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    fakeRequest.headers = new Headers();
    fakeRequest.cookies.clear();
    return () => setDatabase(null);
  }, 60_000);

  describe("deep", () => {
    it("answers nobody who is neither an admin nor knows the token", async () => {
      expect((await deep(get(null), NO_PARAMS)).status).toBe(401);
      expect((await deep(get("wrong"), NO_PARAMS)).status).toBe(401);
    });

    it("says what somebody should look at, without a name", async () => {
      beatJobHeart();
      const well = await deep(get(TOKEN), NO_PARAMS);
      expect(well.status).toBe(200);
      expect(await well.json()).toMatchObject({
        status: "ok",
        parts: { database: "ok", migrations: "ok", jobs: "ok", keys: "ok", process: "ok" },
        queue: { depth: 0, oldestReadyAt: null, deadLetters: 0 },
        problems: [],
      });
      const event = { id: "e", name: "days/changed", data: {}, ts: 0 };
      const runAt = new Date(Date.now() - 20 * MINUTE);
      await runAsSystem(database)(async ({ db }) => {
        await db.insert(jobRuns).values({ functionId: "f", event, status: "queued", runAt });
        const gaveUp = { id: newId(), functionId: "f", event, status: "failed" } as const;
        await db.insert(jobRuns).values(gaveUp);
        const error = { name: "Error", message: "It broke." };
        await db.insert(jobDeadLetters).values({ runId: gaveUp.id, functionId: "f", error });
        await db.insert(providerStates).values([
          { provider: "strava", breaker: "open" },
          { provider: "garmin_personal", breaker: "open" },
          { provider: "garmin_connect", breaker: "half_open" },
        ]);
      });
      const body = await (await deep(get(TOKEN), NO_PARAMS)).json();
      expect(body).toMatchObject({ status: "degraded", queue: { depth: 1 } });
      expect(body.problems).toEqual([
        "Background work has waited 20 min for its turn.",
        "1 run gave up and waits for you.",
        "Garmin does not answer; it is asked less for now.",
        "Strava does not answer; it is asked less for now.",
      ]);
    });
  });

  const readiness = async () => {
    const answer = await ready(get(null), NO_PARAMS);
    const { status, parts } = await answer.json();
    const failing = Object.keys(parts).filter((part) => parts[part] === "failing");
    return { code: answer.status, status, failing };
  };
  const READY = { code: 200, status: "ready", failing: [] };
  const notReady = (...failing: string[]) => ({ code: 503, status: "not_ready", failing });

  it("is not ready while the database holds it up, and does not wait for it", async () => {
    beatJobHeart();
    expect(await readiness()).toEqual(READY);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHeld: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      isHeld = resolve;
    });
    const holding = database.db.transaction(async (tx) => {
      await tx.execute(sql`lock table formline_migrations in access exclusive mode`);
      isHeld();
      await released;
    });
    await held;
    const { code, failing } = await readiness();
    expect((await live(get(null), NO_PARAMS)).status).toBe(200);
    release();
    await holding;
    expect(code).toBe(503);
    expect(failing).toContain("migrations");
    await expect.poll(readiness).toEqual(READY);
  });

  it("is not ready on tables of another version, nor when background work stands still", async () => {
    beatJobHeart();
    const rename = (to: SQL) =>
      database.db.execute(
        sql`update formline_migrations set tag = ${to}
          where position = (select max(position) from formline_migrations)`,
      );
    await rename(sql`'later:' || tag`);
    expect(await readiness()).toEqual(notReady("migrations"));
    await rename(sql`substr(tag, 7)`);
    expect(await readiness()).toEqual(READY);
    // As if it had gone round last half a minute ago.
    const holder = globalThis as { formlineJobHeart?: number };
    holder.formlineJobHeart = performance.now() - 31_000;
    expect(await readiness()).toEqual(notReady("jobs"));
    beatJobHeart();
    expect(await readiness()).toEqual(READY);
  });

  it("is not ready once told to end", async () => {
    beatJobHeart();
    expect((await ready(get(null), NO_PARAMS)).status).toBe(200);
    beginShutdown();
    const answer = await ready(get(null), NO_PARAMS);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: "not_ready",
      parts: { process: "failing" },
    });
    delete (globalThis as { formlineIsShuttingDown?: boolean }).formlineIsShuttingDown;
  });
});
