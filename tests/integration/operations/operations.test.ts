import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST as discard } from "@/app/api/v1/job-dead-letters/[runId]/discard/route";
import { POST as retry } from "@/app/api/v1/job-dead-letters/[runId]/retry/route";
import { GET as listLetters } from "@/app/api/v1/job-dead-letters/route";
import { GET as showRun } from "@/app/api/v1/job-runs/[runId]/route";
import { GET as listRuns } from "@/app/api/v1/job-runs/route";
import { GET as jobs } from "@/app/api/v1/jobs/route";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { insertSession } from "@/db/mutations/sessions";
import { instanceModelCalls } from "@/db/queries/model-calls";
import { vendorHealth, webhookReceiptPage } from "@/db/queries/vendor-health";
import { runAsSystem } from "@/db/run-as-system";
import {
  auditLog,
  connections,
  jobDeadLetters,
  jobRuns,
  jobSteps,
  modelCalls,
  providerStates,
  users,
  webhookReceipts,
} from "@/db/schema";
import { retryRun } from "@/lib/actions/operations";
import { systemContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { newId, type UserId } from "@/lib/ids";
import { setUserRole } from "@/lib/services/set-user-role";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { cookieFor, holdCookie } from "@/tests/support/held-cookie";
import { createTestAthlete, type TestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const OWN = { "sec-fetch-site": "same-origin" };
const MINUTE = 60_000;
const PRIVATE = "resting heart rate 47";

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

function ask(handler: Handler, search = "", params: Record<string, string> = {}) {
  return handler(new Request(`http://localhost:3000/api/v1/x${search}`), {
    params: Promise.resolve(params),
  });
}

function send(handler: Handler, runId: string, headers: Record<string, string> = OWN) {
  const request = new Request("http://localhost:3000/api/v1/x", { method: "POST", headers });
  return handler(request, { params: Promise.resolve({ runId }) });
}

eachDatabase("operations", (databases) => {
  let database: OpenDatabase;
  let person: TestAthlete;
  const runIds: string[] = [];

  const system = <T>(work: Parameters<ReturnType<typeof runAsSystem>>[0]) =>
    runAsSystem(database)(work) as Promise<T>;

  async function signInAs(userId: UserId): Promise<void> {
    const now = new Date();
    const later = new Date(now.getTime() + 60 * MINUTE);
    const sessionId = await system<Awaited<ReturnType<typeof insertSession>>>((tx) =>
      insertSession(tx, {
        userId,
        now,
        idleExpiresAt: later,
        absoluteExpiresAt: later,
        userAgent: null,
        addressPrefix: null,
      }),
    );
    holdCookie(await cookieFor({ userId, sessionId, epoch: 0 }));
  }

  /** A run of `functionId`, begun so many minutes ago. */
  async function addRun(
    functionId: string,
    minutesAgo: number,
    values: Partial<typeof jobRuns.$inferInsert> = {},
  ): Promise<string> {
    const id = newId();
    const createdAt = new Date(Date.now() - minutesAgo * MINUTE);
    const event = { id, name: "days/changed", data: { note: PRIVATE, requestId: id }, ts: 0 };
    await system(({ db }) =>
      db
        .insert(jobRuns)
        .values({ id, functionId, event, status: "completed", createdAt, ...values }),
    );
    return id;
  }

  async function addDeadRun(functionId: string, minutesAgo: number): Promise<string> {
    const error = { name: "Error", message: `It broke.\nparams: ${PRIVATE}`, stack: PRIVATE };
    const runId = await addRun(functionId, minutesAgo, { status: "failed", error });
    const diedAt = new Date(Date.now() - minutesAgo * MINUTE);
    await system(({ db }) =>
      db.insert(jobDeadLetters).values({ runId, functionId, error, diedAt }),
    );
    return runId;
  }

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    fakeRequest.headers = new Headers(OWN);
    person = await createTestAthlete(database);
    for (let minutes = 5; minutes > 0; minutes--) runIds.push(await addRun("formline-a", minutes));
    const waiting = { status: "queued" as const, runAt: new Date(Date.now() - 7 * MINUTE) };
    await addRun("formline-b", 30, waiting);
    return () => setDatabase(null);
  }, 60_000);

  describe("who may see it", () => {
    const handlers: Record<string, () => Promise<Response>> = {
      jobs: () => ask(jobs),
      "job-runs": () => ask(listRuns),
      "job-runs/[runId]": () => ask(showRun, "", { runId: runIds[0] ?? "" }),
      "job-dead-letters": () => ask(listLetters),
      retry: () => send(retry, runIds[0] ?? ""),
      discard: () => send(discard, runIds[0] ?? ""),
    };

    it("asks somebody who is not signed in to do so", async () => {
      holdCookie(null);
      for (const call of Object.values(handlers)) expect((await call()).status).toBe(401);
    });

    it.each(["athlete", "coach"] as const)("does not exist for an %s", async (role) => {
      await system(({ db }) => db.update(users).set({ role }).where(eq(users.id, person.userId)));
      await signInAs(person.userId);
      for (const call of Object.values(handlers)) {
        const response = await call();
        expect(response.status).toBe(404);
        expect(await response.json()).toMatchObject({ error: { code: "not_found" } });
      }
      expect((await retryRun({ runId: runIds[0] ?? "" })).serverError?.code).toBe("not_found");
    });

    it("is there from the next request on when the role is given, and gone when it is taken", async () => {
      await signInAs(person.userId);
      const email = `${person.userId}@example.test`;
      await setUserRole(systemContext(), email, "admin");
      expect((await ask(jobs)).status).toBe(200);
      await setUserRole(systemContext(), email, "athlete");
      expect((await ask(jobs)).status).toBe(404);
      await setUserRole(systemContext(), email.toUpperCase(), "admin");
      const noted = await system<{ event: string }[]>(({ db }) =>
        db.select().from(auditLog).where(eq(auditLog.event, "role.changed")),
      );
      expect(noted).toHaveLength(3);
      await expect(setUserRole(systemContext(), "no@body.test", "admin")).rejects.toMatchObject({
        code: "not_found",
      });
    });
  });

  describe("as an admin", () => {
    beforeAll(() => signInAs(person.userId));

    it("lists runs page by page, each once and the newest first, without what they were given", async () => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const search: string = `?function=formline-a&limit=2${cursor ? `&cursor=${cursor}` : ""}`;
        const response = await ask(listRuns, search);
        const text = await response.text();
        expect(text).not.toContain(PRIVATE);
        const body = JSON.parse(text) as { items: { id: string }[]; nextCursor: string | null };
        expect(body.items.length).toBeLessThanOrEqual(2);
        seen.push(...body.items.map(({ id }) => id));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual([...runIds].reverse());
    });

    it("keeps apart runs of the same millisecond", async () => {
      const at = "2026-01-01 06:00:00.0001";
      const made = await Promise.all([3, 2, 1].map((n) => addRun("formline-same", n)));
      for (const [index, id] of made.entries()) {
        await system(({ db }) =>
          db.execute(`update job_runs set created_at = '${at}${index}+00' where id = '${id}'`),
        );
      }
      const first = await (await ask(listRuns, "?function=formline-same&limit=1")).json();
      const rest = await ask(listRuns, `?function=formline-same&cursor=${first.nextCursor}`);
      const ids = [first, await rest.json()].flatMap(({ items }) =>
        items.map((item: { id: string }) => item.id),
      );
      expect(ids).toEqual([...made].reverse());
    });

    it("tells equal inputs from others by their hash, whatever request caused them", async () => {
      const other = { id: "e", name: "days/changed", data: { note: "something else" }, ts: 0 };
      await addRun("formline-hash", 3);
      await addRun("formline-hash", 2);
      await addRun("formline-hash", 1, { event: other });
      const body = await (await ask(listRuns, "?function=formline-hash")).json();
      const [last, ...same] = body.items.map((item: { inputHash: string }) => item.inputHash);
      expect(same[0]).toMatch(/^[0-9a-f]{12}$/);
      expect(same[0]).toBe(same[1]);
      expect(last).not.toBe(same[0]);
    });

    it("filters by outcome, and refuses what is none with the error body", async () => {
      const queued = await (await ask(listRuns, "?outcome=queued")).json();
      expect(queued.items).toMatchObject([{ functionId: "formline-b", status: "queued" }]);
      for (const search of ["?outcome=lost", "?limit=0", "?limit=1000", "?cursor=1"]) {
        const refused = await ask(listRuns, search);
        expect(refused.status).toBe(400);
        expect(await refused.json()).toEqual({
          error: {
            code: "invalid_input",
            message: expect.any(String),
            details: expect.any(Object),
            timestamp: expect.any(String),
            request_id: expect.any(String),
          },
        });
      }
    });

    it("shows a run with its steps in order, without their results", async () => {
      const runId = await addRun("formline-steps", 1);
      const step = { runId, kind: "run" as const, status: "done" as const, durationMs: 12 };
      const result = { value: PRIVATE };
      await system(({ db }) =>
        db.insert(jobSteps).values([
          { ...step, stepHash: "2", seq: 2, name: "finish", result },
          { ...step, stepHash: "1", seq: 1, name: "begin", result },
          { ...step, stepHash: "3", status: "planned", name: "to come", durationMs: null },
        ]),
      );
      const text = await (await ask(showRun, "", { runId })).text();
      expect(text).not.toContain(PRIVATE);
      const { run, steps } = JSON.parse(text);
      expect(run).toMatchObject({ id: runId, stepsDone: 2 });
      expect(steps.map(({ name, status }: Record<string, string>) => [name, status])).toEqual([
        ["begin", "done"],
        ["finish", "done"],
        ["to come", "planned"],
      ]);
      expect((await ask(showRun, "", { runId: newId() })).status).toBe(404);
    });

    it("says how deep the queue is and how long the oldest has waited", async () => {
      const { queue, items } = await (await ask(jobs)).json();
      expect(queue).toMatchObject({ queued: 1 });
      const b = items.find((item: { functionId: string }) => item.functionId === "formline-b");
      expect(b).toMatchObject({ runs: { queued: 1, completed: 0 }, openDeadLetters: 0 });
      expect(Date.now() - Date.parse(b.oldestReadyAt)).toBeGreaterThanOrEqual(7 * MINUTE);
    });

    it("tries a run that gave up again, once, and says who did", async () => {
      const runId = await addDeadRun("formline-dead", 2);
      const text = await (await ask(listLetters, "?function=formline-dead")).text();
      expect(text).not.toContain(PRIVATE);
      expect(JSON.parse(text).items).toMatchObject([
        { runId, state: "open", error: { name: "Error", message: "It broke." } },
      ]);
      expect((await send(retry, runId, {})).status).toBe(403);
      expect(await (await send(retry, runId)).json()).toEqual({ runId, state: "retried" });
      expect((await send(retry, runId)).status).toBe(404);
      const [run] = await system<{ status: string }[]>(({ db }) =>
        db.select().from(jobRuns).where(eq(jobRuns.id, runId)),
      );
      expect(run?.status).toBe("queued");
      const noted = await system<{ userId: string }[]>(({ db }) =>
        db.select().from(auditLog).where(eq(auditLog.event, "job.retried")),
      );
      expect(noted.map(({ userId }) => userId)).toEqual([person.userId]);
    });

    it("puts a run aside for good; the list of what was put aside keeps it", async () => {
      const runId = await addDeadRun("formline-aside", 2);
      expect(await (await send(discard, runId)).json()).toEqual({ runId, state: "discarded" });
      const open = await (await ask(listLetters, "?function=formline-aside")).json();
      expect(open).toEqual({ items: [], nextCursor: null });
      const aside = await (
        await ask(listLetters, "?function=formline-aside&state=discarded")
      ).json();
      expect(aside.items).toMatchObject([{ runId, state: "discarded" }]);
    });

    it("pages through what gave up, too", async () => {
      const made = [];
      for (const minutes of [3, 2, 1]) made.push(await addDeadRun("formline-many", minutes));
      const first = await (await ask(listLetters, "?function=formline-many&limit=2")).json();
      const search = `?function=formline-many&limit=2&cursor=${first.nextCursor}`;
      const second = await (await ask(listLetters, search)).json();
      const ids = [...first.items, ...second.items].map(({ runId }) => runId);
      expect(ids).toEqual(made.toReversed());
      expect(second.nextCursor).toBeNull();
    });
  });

  it("tells the state of vendors without naming anybody", async () => {
    const resetsAt = "2026-11-22T08:15:00.000Z";
    await system(async ({ db }) => {
      await db.insert(providerStates).values({
        provider: "strava",
        breaker: "open",
        retryAt: new Date(resetsAt),
        budget: { "15 min": { used: 90, limit: 100, resetsAt } },
      });
      await db.insert(connections).values({
        athleteId: person.athleteId,
        provider: "garmin_personal",
        label: "private label",
        status: "needs_reconnect",
      });
    });
    const vendors = await system<Awaited<ReturnType<typeof vendorHealth>>>(vendorHealth);
    expect(vendors).toMatchObject([
      { provider: "garmin_personal", breaker: "closed", connected: 0, needReconnect: 1 },
      {
        provider: "strava",
        breaker: "open",
        budgets: [{ window: "15 min", used: 90, limit: 100, resetsAt }],
      },
    ]);
    expect(JSON.stringify(vendors)).not.toContain("private label");
  });

  it("counts the last day's questions to the language model, and those that came to nothing", async () => {
    const call = {
      feature: "weekly",
      day: localDate("2026-11-22"),
      model: "claude-haiku-5-5",
    } as const;
    const of = (outcome: (typeof modelCalls.$inferInsert)["outcome"], createdAt = new Date()) => ({
      ...{ ...call, athleteId: person.athleteId, outcome, createdAt },
    });
    const longAgo = new Date("2026-01-01T00:00:00Z");
    await system(({ db }) =>
      db
        .insert(modelCalls)
        .values([
          of("ok"),
          of("timeout"),
          of("not_asked"),
          of("waiting"),
          of("overloaded", longAgo),
        ]),
    );
    const since = new Date(Date.now() - 86_400_000);
    const counted = await system<Awaited<ReturnType<typeof instanceModelCalls>>>((tx) =>
      instanceModelCalls(tx, since),
    );
    expect(counted).toEqual({ asked: 3, failed: 1, lastFailure: "timeout" });
  });

  it("lists webhook receipts without their bodies", async () => {
    await system(({ db }) =>
      db.insert(webhookReceipts).values({
        provider: "strava",
        dedupKey: "athlete 4711",
        body: new Uint8Array([1, 2, 3]),
        byteLength: 3,
        deliveries: 100,
      }),
    );
    const page = await system<Awaited<ReturnType<typeof webhookReceiptPage>>>((tx) =>
      webhookReceiptPage(tx, { provider: "strava", status: null, cursor: null, limit: 10 }),
    );
    expect(page.items).toMatchObject([{ byteLength: 3, deliveries: 100, status: "waiting" }]);
    expect(Object.keys(page.items[0] ?? {})).not.toContain("body");
    expect(JSON.stringify(page)).not.toContain("4711");
  });
});
