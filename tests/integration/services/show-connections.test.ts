import { beforeAll, expect, it, vi } from "vitest";
import { GET as show } from "@/app/api/connections/[connectionId]/route";
import { connectionState } from "@/components/connections/connection-state";
import { type OpenDatabase, setDatabase } from "@/db/client";
import { insertSession } from "@/db/mutations/sessions";
import { runAsSystem } from "@/db/run-as-system";
import { connections, remoteActivities, syncRuns } from "@/db/schema";
import { athleteContextForJob } from "@/lib/auth/context";
import { providerStateStore } from "@/lib/auth/provider-state-store";
import { newId, type UserId } from "@/lib/ids";
import { showConnection, showConnections } from "@/lib/services/show-connections";
import { fakeRequest } from "@/tests/support/fake-next-headers";
import { cookieFor, holdCookie } from "@/tests/support/held-cookie";
import { createTestAthlete, type TestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

vi.hoisted(() => {
  vi.stubEnv("FORMLINE_SECRET", "of these tests alone, 32 or more");
  vi.stubEnv("LOG_LEVEL", "silent");
});
vi.mock("next/headers", () => import("@/tests/support/fake-next-headers"));

const MINUTE = 60_000;

eachDatabase("connections as their cards show them", (databases) => {
  let database: OpenDatabase;
  let owner: TestAthlete;
  let other: TestAthlete;
  const connectionId = newId();

  async function signInAs(userId: UserId): Promise<void> {
    const now = new Date();
    const ends = new Date(now.getTime() + 60 * MINUTE);
    const sessionId = await runAsSystem(database)((tx) =>
      insertSession(tx, {
        ...{ userId, now, idleExpiresAt: ends, absoluteExpiresAt: ends },
        ...{ userAgent: null, addressPrefix: null },
      }),
    );
    holdCookie(await cookieFor({ userId, sessionId, epoch: 0 }));
  }

  const ask = (id: string) =>
    show(new Request(`http://localhost:3000/api/connections/${id}`), {
      params: Promise.resolve({ connectionId: id }),
    });

  beforeAll(async () => {
    database = await databases.create();
    setDatabase(database);
    fakeRequest.headers = new Headers();
    owner = await createTestAthlete(database);
    other = await createTestAthlete(database);
    const { athleteId } = owner;
    const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * MINUTE);
    await runAsSystem(database)(async ({ db }) => {
      await db.insert(connections).values({
        ...{ id: connectionId, athleteId, provider: "garmin_personal", label: "Garmin" },
        credentials: new Uint8Array([7, 7, 7]),
        lastSuccessAt: at(30),
        problemCode: "unavailable",
        problem: "Garmin does not answer at the moment.",
      });
      const run = { athleteId, connectionId, finishedAt: at(1) };
      await db.insert(syncRuns).values([
        { ...run, trigger: "connected", outcome: "done", counts: { days: 28 }, startedAt: at(31) },
        { ...run, trigger: "asked", outcome: "failed", problem: "No answer.", startedAt: at(2) },
      ]);
      const activity = { athleteId, connectionId };
      await db.insert(remoteActivities).values([
        { ...activity, externalId: "1", status: "fetched" },
        { ...activity, externalId: "2", status: "fetched" },
        { ...activity, externalId: "3", status: "waiting" },
      ]);
    });
    return () => setDatabase(null);
  }, 60_000);

  it("says how it stands, what came and every try, the newest first", async () => {
    const [shown] = await showConnections(await athleteContextForJob(owner.athleteId));
    expect(shown).toMatchObject({
      id: connectionId,
      problemCode: "unavailable",
      activities: { fetched: 2, waiting: 1 },
      runs: [
        { trigger: "asked", outcome: "failed", problem: "No answer." },
        { trigger: "connected", outcome: "done", counts: { days: 28 } },
      ],
    });
    expect(shown?.capabilities).toContain("sleep");
  });

  it("says that the vendor rests, whoever of its athletes met the failures", async () => {
    const set = (values: { problemCode: string | null; problem: string | null }) =>
      runAsSystem(database)(({ db }) => db.update(connections).set(values));
    const ctx = await athleteContextForJob(owner.athleteId);
    const state = async () => {
      const shown = await showConnection(ctx, connectionId);
      return { state: connectionState(shown, new Date()), problem: shown.problem };
    };
    await set({ problemCode: null, problem: null });
    expect(await state()).toEqual({ state: "connected", problem: null });
    await providerStateStore.open("garmin_personal", new Date(Date.now() + MINUTE));
    expect(await state()).toEqual({
      state: "paused",
      problem: expect.stringContaining("tries again by itself"),
    });
    // What the athlete has to mend is not hidden behind it.
    await set({ problemCode: "forbidden", problem: "Look at what you have allowed." });
    expect((await state()).state).toBe("attention");
    await providerStateStore.close("garmin_personal");
    await set({ problemCode: null, problem: null });
    expect((await state()).state).toBe("connected");
  });

  it("never shows what it signs in with", async () => {
    await signInAs(owner.userId);
    const text = await (await ask(connectionId)).text();
    expect(JSON.parse(text)).toMatchObject({ id: connectionId, lastSuccessAt: expect.any(String) });
    expect(text).not.toMatch(/credential(?!sExpireAt)|7,7,7|sealed/);
  });

  it("is not there for another athlete, nor for nobody", async () => {
    await signInAs(other.userId);
    expect((await ask(connectionId)).status).toBe(404);
    expect(await showConnections(await athleteContextForJob(other.athleteId))).toEqual([]);
    const foreign = showConnection(await athleteContextForJob(other.athleteId), connectionId);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    holdCookie(null);
    expect((await ask(connectionId)).status).toBe(401);
  });
});
