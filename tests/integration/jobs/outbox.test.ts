import { afterEach, expect, it, vi } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { jobQueueState } from "@/db/queries/jobs";
import { runAsSystem } from "@/db/run-as-system";
import type { JobEventPayload } from "@/db/schema/jobs";
import type { RunningJobs } from "@/inngest/embedded/start-embedded";
import { startJobs } from "@/inngest/start-jobs";
import { startOutboxDispatcher } from "@/inngest/start-outbox-dispatcher";
import { createLogger } from "@/lib/logger";
import { withRequestContext } from "@/lib/request-context";
import { eachDatabase } from "../../support/test-databases";

vi.setConfig({ testTimeout: 60_000 });

eachDatabase("the outbox with an Inngest server", (databases) => {
  const running: RunningJobs[] = [];
  const log = createLogger("silent");
  const pollMs = { first: 10, longest: 50 };

  function start(database: OpenDatabase, send: (events: JobEventPayload[]) => Promise<unknown>) {
    const dispatcher = startOutboxDispatcher({
      runAsSystem: runAsSystem(database),
      send,
      log,
      pollMs,
    });
    running.push(dispatcher);
    return dispatcher;
  }

  const undispatched = async (database: OpenDatabase) =>
    (await runAsSystem(database)((tx) => jobQueueState(tx, new Date()))).undispatchedEvents;

  afterEach(() => Promise.all(running.splice(0).map((jobs) => jobs.stop())));

  it("sends every event once, in order, under its own id, with the request that caused it", async () => {
    const database = await databases.create();
    const system = runAsSystem(database);
    const batches: JobEventPayload[][] = [];
    const dispatcher = start(database, async (events) => batches.push(events));
    await withRequestContext({ requestId: "request-77aa" }, () =>
      system((tx) => enqueueEvent(tx, { name: "x", data: { n: -1 }, id: "mine" })),
    );
    const many = Array.from({ length: 1_200 }, (_, n) => ({ name: "x", data: { n } }));
    await system((tx) => enqueueEvent(tx, many));
    await dispatcher.drain();
    const sent = batches.flat();
    expect(sent.map((event) => event.data.n)).toEqual([-1, ...many.map((event) => event.data.n)]);
    expect(sent[0]).toMatchObject({ id: "mine", data: { requestId: "request-77aa" } });
    expect(new Set(sent.map((event) => event.id)).size).toBe(1_201);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(5_000);
    expect(await undispatched(database)).toBe(0);
  });

  it("keeps events while the server is away, and sends them under the same ids when it is back", async () => {
    const database = await databases.create();
    const tried: string[][] = [];
    let isAway = true;
    const dispatcher = start(database, async (events) => {
      tried.push(events.map((event) => event.id));
      if (isAway) throw new Error("fetch failed");
    });
    await runAsSystem(database)((tx) => enqueueEvent(tx, [{ name: "x" }, { name: "y" }]));
    await expect.poll(() => tried.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await undispatched(database)).toBe(2);
    isAway = false;
    await dispatcher.drain();
    expect(await undispatched(database)).toBe(0);
    expect(tried.at(-1)).toEqual(tried[0]);
  });

  it("does not send what another process has in hand", async () => {
    const database = await databases.create();
    const sent: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const collect = async (events: JobEventPayload[]) => {
      sent.push(...events.map((event) => event.name));
      await held;
    };
    start(database, collect);
    await runAsSystem(database)((tx) => enqueueEvent(tx, { name: "x" }));
    await expect.poll(() => sent).toEqual(["x"]);
    await start(database, collect).drain();
    expect(sent).toEqual(["x"]);
    release();
    await expect.poll(() => undispatched(database)).toBe(0);
  });

  it("serves the functions to a server, which has to sign its calls", async () => {
    const { handleJobRequest } = await import("@/inngest/job-handler");
    const keys = { eventKey: "key", signingKey: `signkey-test-${"ab".repeat(16)}` };
    const jobs = await startJobs({
      mode: { kind: "server", ...keys, signingKeyFallback: null, baseUrl: null, dev: false },
      functions: (inngest) => [
        inngest.createFunction(
          { id: "f", priority: { run: "100" }, triggers: [{ event: "x" }] },
          () => 1,
        ),
      ],
      runAsSystem: runAsSystem(await databases.create()),
      log,
      isAlone: false,
      pollMs,
    });
    running.push(jobs);
    expect(jobs.mode).toBe("server");
    const url = "http://127.0.0.1/api/inngest?fnId=formline-f&stepId=step";
    const call = new Request(url, { method: "POST", headers: { host: "127.0.0.1" }, body: "{}" });
    expect((await handleJobRequest(call)).status).toBe(401);
  });
});
