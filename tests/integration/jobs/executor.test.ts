import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { NonRetriableError } from "inngest";
import { afterEach, expect, it, vi } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { discardDeadLetter, retryDeadLetter } from "@/db/mutations/dead-letters";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { pruneJobs, pruneRoutine } from "@/db/mutations/prune-jobs";
import { jobQueueState, listDeadLetters, listJobRuns } from "@/db/queries/jobs";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import { jobCrons, jobEvents, jobRuns, jobSteps } from "@/db/schema/jobs";
import type { InngestClient } from "@/inngest/client";
import { handleJobRequest } from "@/inngest/job-handler";
import { type Jobs, type JobsOptions, startJobs } from "@/inngest/start-jobs";
import { SourceError } from "@/lib/integrations/source-ports";
import { createLogger } from "@/lib/logger";
import { withRequestContext } from "@/lib/request-context";
import { createTestAthlete } from "../../support/test-athlete";
import { eachDatabase } from "../../support/test-databases";

vi.setConfig({ testTimeout: 60_000 });

eachDatabase("jobs in process", (databases) => {
  const running: Jobs[] = [];

  /** An executor that looks for work only when it is told to, unless asked otherwise. */
  async function start(
    database: OpenDatabase,
    functions: JobsOptions["functions"],
    options: Partial<JobsOptions> = {},
  ): Promise<Jobs> {
    const jobs = await startJobs({
      mode: { kind: "embedded" },
      functions,
      runAsSystem: runAsSystem(database),
      log: createLogger("silent"),
      isAlone: false,
      pollMs: { first: 60_000, longest: 60_000 },
      retryDelay: () => 0,
      ...options,
    });
    running.push(jobs);
    return jobs;
  }

  const send = (database: OpenDatabase, name: string, data = {}, id?: string) =>
    runAsSystem(database)((tx) => enqueueEvent(tx, { name, data, ...(id ? { id } : {}) }));

  afterEach(() => Promise.all(running.splice(0).map((jobs) => jobs.stop())));

  it("answers calls from outside with 401 while it runs, and 503 before and after", async () => {
    const call = async (method: "GET" | "POST" | "PUT", headers = {}) => {
      const body = method === "GET" ? {} : { body: "{}" };
      const url = "http://127.0.0.1/api/inngest?fnId=formline-f&stepId=step";
      const init = { method, headers: { host: "127.0.0.1", ...headers }, ...body };
      return (await handleJobRequest(new Request(url, init))).status;
    };
    expect(await call("POST")).toBe(503);
    const ran: string[] = [];
    const jobs = await start(await databases.create(), (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "x" }] }, async () => ran.push("f")),
    ]);
    const signature = {
      "x-inngest-signature": `t=${Math.floor(Date.now() / 1000)}&s=${"0".repeat(64)}`,
    };
    for (const method of ["GET", "POST", "PUT"] as const) {
      expect(await call(method), method).toBe(401);
      expect(await call(method, signature), `${method}, forged`).toBe(401);
    }
    expect(await call("PUT", { "x-inngest-sync-kind": "in_band" })).toBe(401);
    await jobs.stop();
    expect(await call("POST")).toBe(503);
    expect(ran).toEqual([]);
  });

  it("does not start when a function needs what only a server can do", async () => {
    const database = await databases.create();
    const refused = (options: Record<string, unknown>) =>
      start(database, (inngest) => [
        inngest.createFunction({ id: "f", triggers: [{ event: "x" }], ...options }, async () => 1),
      ]);
    const limit = { limit: 1, period: "1m" as const };
    await expect(refused({ rateLimit: limit })).rejects.toThrow(/"formline-f".*rateLimit/);
    await expect(refused({ optimizeParallelism: false })).rejects.toThrow(
      /"f".*optimizeParallelism/,
    );
  });

  it("dispatches an event only if the transaction that it was written in is committed", async () => {
    const database = await databases.create();
    const { athleteId } = await createTestAthlete(database);
    const seen: unknown[] = [];
    const jobs = await start(database, (inngest) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "x" }] }, async ({ event }) =>
        seen.push(event.data.n),
      ),
    ]);
    const asAthlete = runAsAthlete(database, athleteId);
    await asAthlete((tx) => enqueueEvent(tx, { name: "x", data: { athleteId, n: 1 } }));
    await expect(
      asAthlete(async (tx) => {
        await enqueueEvent(tx, { name: "x", data: { athleteId, n: 2 } });
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    await jobs.drain();
    expect(seen).toEqual([1]);
  });

  it("keeps what gave up, with its cause, and goes on from the failed step when told to", async () => {
    const database = await databases.create();
    const system = runAsSystem(database);
    const ran: string[] = [];
    let isBroken = true;
    const jobs = await start(database, (inngest) => [
      inngest.createFunction(
        { id: "f", retries: 2, triggers: [{ event: "x" }] },
        async ({ step }) => {
          await step.run("good", () => ran.push("good"));
          await step.run("bad", () => {
            ran.push("bad");
            if (isBroken) throw new Error("half a surrogate \ud800 and a NUL \0");
          });
        },
      ),
    ]);
    await send(database, "x");
    await jobs.drain();
    expect(ran).toEqual(["good", "bad", "bad", "bad"]);
    const [letter, ...others] = await system((tx) => listDeadLetters(tx));
    expect(others).toEqual([]);
    expect(letter?.functionId).toBe("formline-f");
    expect(letter?.error.message).toBe("half a surrogate \ufffd and a NUL \ufffd");
    expect((await system((tx) => jobQueueState(tx, new Date()))).deadLetters).toBe(1);

    isBroken = false;
    const runId = letter?.runId ?? "";
    expect(await system((tx) => retryDeadLetter(tx, runId, new Date()))).toBe(true);
    expect(await system((tx) => retryDeadLetter(tx, runId, new Date()))).toBe(false);
    await jobs.drain();
    expect(ran).toEqual(["good", "bad", "bad", "bad", "bad"]);
    const [run] = await system((tx) => listJobRuns(tx, { functionId: "formline-f" }));
    expect(run).toMatchObject({ id: runId, status: "completed", stepsDone: 2, error: null });
    expect(await system((tx) => listDeadLetters(tx))).toEqual([]);
  });

  it("puts a dead letter aside", async () => {
    const database = await databases.create();
    const system = runAsSystem(database);
    const jobs = await start(database, (inngest) => [
      inngest.createFunction({ id: "f", retries: 0, triggers: [{ event: "x" }] }, async () => {
        throw new NonRetriableError("no");
      }),
    ]);
    await send(database, "x");
    await jobs.drain();
    const [letter] = await system((tx) => listDeadLetters(tx));
    const runId = letter?.runId ?? "";
    expect(await system((tx) => discardDeadLetter(tx, runId, new Date()))).toBe(true);
    expect(await system((tx) => listDeadLetters(tx))).toEqual([]);
    expect(await system((tx) => discardDeadLetter(tx, randomUUID(), new Date()))).toBe(false);
  });

  it("takes a run over when its lease has lapsed, not before, and voids the late result", async () => {
    const database = await databases.create();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ran: string[] = [];
    const functions = (who: string) => (inngest: InngestClient) => [
      inngest.createFunction({ id: "f", retries: 0, triggers: [{ event: "x" }] }, ({ step }) =>
        step.run("s", async () => {
          ran.push(`${who} begins`);
          if (who === "first") await held;
          return who;
        }),
      ),
    ];
    const first = await start(database, functions("first"));
    await send(database, "x");
    const drained = first.drain();
    await expect.poll(() => ran).toEqual(["first begins"]);

    const second = await start(database, functions("second"));
    await second.drain();
    expect(ran).toEqual(["first begins"]);

    await database.db.update(jobRuns).set({ leaseUntil: sql`now() - interval '1 second'` });
    // The first looks first, and does not take over from itself.
    const looksAgain = first.drain();
    await second.drain();
    expect(ran).toEqual(["first begins", "second begins"]);
    release();
    await Promise.all([drained, looksAgain]);
    const [run] = await database.db.select().from(jobRuns);
    expect(run).toMatchObject({ status: "completed", output: { value: "second" } });
    const [step] = await database.db.select().from(jobSteps);
    expect(step?.result).toEqual({ value: "second" });
  });

  it("prolongs the lease of a step that takes long", async () => {
    const database = await databases.create();
    const ran: string[] = [];
    const functions = (inngest: InngestClient) => [
      inngest.createFunction({ id: "f", retries: 0, triggers: [{ event: "x" }] }, ({ step }) =>
        step.run("s", async () => {
          ran.push("s");
          await pause(6_000);
        }),
      ),
    ];
    const first = await start(database, functions, { leaseSeconds: 4 });
    const second = await start(database, functions, { leaseSeconds: 4 });
    await send(database, "x");
    const drained = first.drain();
    await expect.poll(() => ran).toEqual(["s"]);
    for (let i = 0; i < 10; i++) {
      await pause(500);
      await second.drain();
    }
    await drained;
    expect(ran).toEqual(["s"]);
  });

  it("shares the work between two processes: nothing runs twice, limits hold over both", async () => {
    const database = await databases.create();
    const ran: string[] = [];
    let inside = 0;
    let most = 0;
    const functions = (inngest: InngestClient) => [
      inngest.createFunction(
        { id: "f", retries: 0, triggers: [{ event: "x" }], concurrency: [{ limit: 2 }] },
        async ({ event, step }) => {
          for (const part of ["a", "b"]) {
            await step.run(part, async () => {
              inside += 1;
              most = Math.max(most, inside);
              await pause(5);
              inside -= 1;
              ran.push(`${event.data.n}${part}`);
            });
          }
        },
      ),
    ];
    const pollMs = { first: 5, longest: 20 };
    await start(database, functions, { pollMs });
    await start(database, functions, { pollMs });
    for (let n = 0; n < 20; n++) await send(database, "x", { n });
    await expect.poll(() => ran.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(40);
    await pause(200);
    const expected = Array.from({ length: 20 }, (_, n) => [`${n}a`, `${n}b`]).flat();
    expect(ran.toSorted()).toEqual(expected.toSorted());
    expect(most).toBe(2);
  });

  it("finishes the step in hand when stopped, and goes on with the next at the next start", async () => {
    const database = await databases.create();
    const ran: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const functions = (inngest: InngestClient) => [
      inngest.createFunction(
        { id: "f", retries: 0, triggers: [{ event: "x" }] },
        async ({ step }) => {
          await step.run("one", async () => {
            ran.push("one begins");
            await held;
            ran.push("one ends");
          });
          await step.run("two", () => ran.push("two"));
        },
      ),
    ];
    const first = await start(database, functions);
    await send(database, "x");
    const drained = first.drain();
    await expect.poll(() => ran).toEqual(["one begins"]);
    const stopped = first.stop();
    release();
    await Promise.all([stopped, drained]);
    expect(ran).toEqual(["one begins", "one ends"]);
    const second = await start(database, functions);
    await second.drain();
    expect(ran).toEqual(["one begins", "one ends", "two"]);
  });

  it("puts the request's id into every log line of the run that it caused, without data", async () => {
    const database = await databases.create();
    const lines: string[] = [];
    const log = createLogger("debug", { write: (line) => lines.push(line) });
    const jobs = await start(
      database,
      (inngest) => [
        inngest.createFunction(
          { id: "f", retries: 0, triggers: [{ event: "x" }] },
          async ({ step }) => {
            await step.run("inner", () => log.info("from the step"));
            await step.sendEvent("tell", { name: "y", data: { secretish: "4711" } });
          },
        ),
        inngest.createFunction({ id: "g", retries: 0, triggers: [{ event: "y" }] }, async () =>
          log.info("from the second run"),
        ),
      ],
      { log },
    );
    await withRequestContext({ requestId: "request-4f2a" }, () => send(database, "x"));
    await jobs.drain();
    const said = lines.map((line) => JSON.parse(line));
    for (const message of ["from the step", "step done", "from the second run"]) {
      const line = said.find((fields) => fields.message === message);
      expect(line, message).toMatchObject({ requestId: "request-4f2a", runId: expect.any(String) });
    }
    const timed = said.find((fields) => fields.message === "step done");
    expect(timed).toMatchObject({ step: "inner", functionId: "f", durationMs: expect.any(Number) });
    expect(lines.join("")).not.toContain("4711");
  });

  it("writes no error and no stack for a vendor that does not answer, and both for a fault", async () => {
    const database = await databases.create();
    const lines: string[] = [];
    const log = createLogger("debug", { write: (line) => lines.push(line) });
    const failing = (error: Error, id: string): Partial<JobsOptions> => ({
      log,
      functions: (inngest) => [
        inngest.createFunction({ id, retries: 1, triggers: [{ event: id }] }, async ({ step }) => {
          await step
            .run("ask", () => {
              log.warn({ code: "asked" }, "as it is told where a vendor is asked");
              throw error;
            })
            .catch(() => null);
        }),
      ],
    });
    const said = async (error: Error, id: string) => {
      const { functions, ...options } = failing(error, id);
      const jobs = await start(database, functions ?? (() => []), options);
      await send(database, id);
      await expect
        .poll(async () => {
          await jobs.drain();
          return lines.some((line) => line.includes("run completed"));
        })
        .toBe(true);
      await jobs.stop();
      return lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    const vendors = new SourceError("strava", "unavailable", "No.", { retryAfterS: 0 });
    const passing = await said(vendors, "vendor");
    expect(passing.filter(({ level }) => level === "error")).toEqual([]);
    expect(JSON.stringify(passing)).not.toContain("stack");
    const told = passing.filter(({ level }) => level === "warn");
    expect(told.map(({ step, attempt }) => ({ step, attempt }))).toEqual([
      { step: "ask", attempt: 0 },
      { step: "ask", attempt: 1 },
    ]);
    const ours = await said(new TypeError("ours"), "ours");
    expect(ours.some(({ level }) => level === "error")).toBe(true);
    expect(JSON.stringify(ours)).toContain("stack");
  });

  it("fails a run, and says why, when a step is beyond it", async () => {
    const database = await databases.create();
    const jobs = await start(database, (inngest) => [
      inngest.createFunction({ id: "signal", triggers: [{ event: "x" }] }, async ({ step }) => {
        await step.waitForSignal("wait", { signal: "s", timeout: "1h", onConflict: "fail" });
      }),
      inngest.createFunction({ id: "condition", triggers: [{ event: "x" }] }, async ({ step }) => {
        await step.waitForEvent("wait", { event: "y", timeout: "1h", if: "async.data.n > 3" });
      }),
      inngest.createFunction(
        { id: "large", retries: 0, triggers: [{ event: "x" }] },
        async ({ step }) => {
          await step.run("much", () => "x".repeat(5 * 1024 * 1024));
        },
      ),
      inngest.createFunction(
        { id: "race", triggers: [{ event: "x" }] },
        async ({ step, group }) => {
          await group.parallel({ mode: "race" }, () =>
            Promise.race([step.run("fast", () => 1), step.run("slow", () => 2)]),
          );
        },
      ),
    ]);
    await send(database, "x");
    await jobs.drain();
    const letters = await runAsSystem(database)((tx) => listDeadLetters(tx));
    const reasons = Object.fromEntries(letters.map((l) => [l.functionId, l.error.message]));
    expect(reasons["formline-signal"]).toMatch(/"wait".*"WaitForSignal"/);
    expect(reasons["formline-condition"]).toMatch(/"wait".*"async.data.n > 3"/);
    expect(reasons["formline-race"]).toMatch(/"race"/);
    expect(reasons["formline-large"]).toMatch(/4 MiB/);
  });

  it("runs what the clock asks for, once for all the times that were missed, at the right local time", async () => {
    const database = await databases.create();
    // The day before clocks in Berlin go forward: 06:00 is 05:00 UTC today, 04:00 UTC tomorrow.
    let now = new Date("2026-03-28T04:58:00Z");
    const ran: string[] = [];
    const options = { clock: () => now };
    const functions = (inngest: InngestClient) => [
      inngest.createFunction(
        { id: "daily", retries: 0, triggers: [{ cron: "TZ=Europe/Berlin 0 6 * * *" }] },
        async () => ran.push(now.toISOString()),
      ),
    ];
    const first = await start(database, functions, options);
    await first.drain();
    expect(ran).toEqual([]);
    now = new Date("2026-03-28T05:00:00Z");
    await first.drain();
    await first.drain();
    expect(ran).toEqual(["2026-03-28T05:00:00.000Z"]);
    await first.stop();

    now = new Date("2026-03-31T12:00:00Z");
    const second = await start(database, functions, options);
    await second.drain();
    await second.drain();
    expect(ran.slice(1)).toEqual(["2026-03-31T12:00:00.000Z"]);
    const [cron] = await database.db.select().from(jobCrons);
    expect(cron?.nextAt).toEqual(new Date("2026-04-01T04:00:00Z"));
  });

  it("forgets a schedule that no function has any more", async () => {
    const database = await databases.create();
    const at = (cron: string) => (inngest: InngestClient) => [
      inngest.createFunction({ id: "f", triggers: [{ cron }] }, async () => null),
    ];
    await start(database, at("0 6 * * *"));
    await start(database, at("0 7 * * *"));
    const crons = await database.db.select().from(jobCrons);
    expect(crons.map((cron) => cron.expression)).toEqual(["0 7 * * *"]);
  });

  it("lets an event's id be used again after a day", async () => {
    const database = await databases.create();
    const seen: number[] = [];
    const functions = (inngest: InngestClient) => [
      inngest.createFunction({ id: "f", triggers: [{ event: "x" }] }, async ({ event }) =>
        seen.push(event.data.n),
      ),
    ];
    const first = await start(database, functions);
    await send(database, "x", { n: 1 }, "same");
    await send(database, "x", { n: 2 }, "same");
    await first.drain();
    await first.stop();
    await database.db.update(jobEvents).set({ createdAt: sql`now() - interval '25 hours'` });
    const second = await start(database, functions);
    await second.drain();
    await send(database, "x", { n: 3 }, "same");
    await second.drain();
    expect(seen).toEqual([1, 3]);
  });

  it("removes what ended long ago, and keeps what is open", async () => {
    const database = await databases.create();
    const system = runAsSystem(database);
    const jobs = await start(database, (inngest) => [
      inngest.createFunction({ id: "good", retries: 0, triggers: [{ event: "x" }] }, ({ step }) =>
        step.run("s", () => 1),
      ),
      inngest.createFunction({ id: "bad", retries: 0, triggers: [{ event: "x" }] }, async () => {
        throw new Error("no");
      }),
      inngest.createFunction({ id: "asleep", retries: 0, triggers: [{ event: "x" }] }, ({ step }) =>
        step.sleep("long", "30d"),
      ),
    ]);
    await send(database, "x");
    await jobs.drain();
    const future = new Date(Date.now() + 1_000);
    expect((await system((tx) => pruneJobs(tx, new Date(0)))).runs).toBe(0);
    expect(await system((tx) => pruneJobs(tx, future))).toEqual({ runs: 1, events: 2 });
    const left = await system((tx) => listJobRuns(tx));
    expect(left.map((run) => run.functionId).toSorted()).toEqual([
      "formline-asleep",
      "formline-bad",
    ]);
    const [asleep] = await database.db.select().from(jobSteps);
    expect(asleep?.kind).toBe("sleep");
  });

  it("removes what the clock started and what went well sooner than the rest", async () => {
    const database = await databases.create();
    let now = new Date("2026-03-27T05:59:00Z");
    const good = (id: string, triggers: ({ event: string } | { cron: string })[]) =>
      ({ id, retries: 0, triggers }) as const;
    const functions = (inngest: InngestClient) => [
      inngest.createFunction(good("by-clock", [{ cron: "0 6 * * *" }]), async () => 1),
      inngest.createFunction(good("asked", [{ event: "x" }]), async () => 1),
      inngest.createFunction(good("bad", [{ cron: "0 6 * * *" }]), async () => {
        throw new Error("no");
      }),
    ];
    const jobs = await start(database, functions, { clock: () => now });
    now = new Date("2026-03-27T06:00:00Z");
    await send(database, "x");
    await jobs.drain();
    const system = runAsSystem(database);
    const later = new Date(Math.max(Date.now(), now.getTime()) + 1_000);
    expect(await system((tx) => pruneRoutine(tx, new Date(0)))).toBe(0);
    expect(await system((tx) => pruneRoutine(tx, later))).toBe(1);
    const left = await system((tx) => listJobRuns(tx));
    expect(left.map((run) => run.functionId).toSorted()).toEqual([
      "formline-asked",
      "formline-bad",
    ]);
  });

  it("leaves runs of functions that it does not have to a build that has them", async () => {
    const database = await databases.create();
    const f = (id: string) => (inngest: InngestClient) => [
      inngest.createFunction({ id, retries: 0, triggers: [{ event: "x" }] }, ({ step }) =>
        step.sleep("s", "1s"),
      ),
    ];
    const old = await start(database, f("old"));
    await send(database, "x");
    await old.drain();
    await old.stop();
    await database.db.update(jobRuns).set({ runAt: new Date(0) });
    const renamed = await start(database, f("renamed"));
    await renamed.drain();
    const [run] = await database.db
      .select()
      .from(jobRuns)
      .where(eq(jobRuns.functionId, "formline-old"));
    expect(run?.status).toBe("waiting");
  });
});
