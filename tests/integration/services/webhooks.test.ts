import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/webhooks/[provider]/route";
import { setDatabase } from "@/db/client";
import { listConnections } from "@/db/queries/connections";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { stravaVerifyToken } from "@/lib/integrations/strava/strava-webhook";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { beginOAuth } from "@/lib/services/begin-oauth";
import { disconnectSource } from "@/lib/services/disconnect-source";
import { finishOAuth } from "@/lib/services/finish-oauth";
import { registerUser } from "@/lib/services/register-user";
import { requestSync } from "@/lib/services/request-sync";
import { eachDatabase } from "../../support/test-databases";
import {
  STRAVA_CLIENT,
  startStravaServer,
  stravaDelivery,
  stravaEvent,
} from "../../support/vendors/strava/start-strava-server";

vi.setConfig({ testTimeout: 180_000 });

const strava = await startStravaServer();
afterAll(() => strava.close());
strava.limits.quarterHour = 1_000_000;
strava.limits.day = 1_000_000;
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-webhooks-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_STRAVA_URL", strava.url);
vi.stubEnv("FORMLINE_STRAVA_ID", STRAVA_CLIENT.clientId);
vi.stubEnv("FORMLINE_STRAVA_SECRET", STRAVA_CLIENT.clientSecret);
vi.stubEnv("LOG_LEVEL", "fatal");

const ACCOUNT_ID = 134_815;
const DAY_S = 86_400;
const nowS = () => Math.floor(Date.now() / 1000);
const ride = (id: number, name = `Ride ${id}`) => ({
  ...{ id, name, sportType: "Ride", startS: nowS() - (id % 50) * DAY_S, utcOffsetS: 3600 },
  ...{ elapsedS: 1800, hasHeartRate: true },
});

eachDatabase("connecting Strava and hearing from it", (databases) => {
  let ctx: AthleteContext;
  let account: ReturnType<typeof strava.account>;
  beforeEach(async () => {
    setDatabase(await databases.create());
    account = strava.account(ACCOUNT_ID);
    ctx = await athlete("webhooks@example.test");
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  async function athlete(email: string): Promise<AthleteContext> {
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: "Europe/Zurich" }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }
  const select = (query: string) =>
    systemContext().tx(async ({ db }) =>
      rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
    );
  const settle = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };
  /** The consent page as a browser goes through it. */
  async function consent(of: AthleteContext) {
    const { url } = await beginOAuth(of, "strava");
    const answer = await fetch(url, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "").searchParams;
    return { state: back.get("state") ?? "", code: back.get("code"), scope: back.get("scope") };
  }
  const connect = async () => (await finishOAuth(ctx, "strava", await consent(ctx))).connectionId;
  const deliver = async (event: unknown, signing: Parameters<typeof stravaDelivery>[1] = {}) => {
    const { headers, body } = stravaDelivery(event, signing);
    const request = new Request("http://localhost:3000/api/webhooks/strava", {
      ...{ method: "POST", headers, body },
    });
    return POST(request, { params: Promise.resolve({ provider: "strava" }) });
  };
  const activities = () => select("select title from activities order by title");

  it("takes a consent once, in time, by the athlete who asked", async () => {
    const answer = await consent(ctx);
    const other = await athlete("other@example.test");
    const refused = { code: "forbidden" };
    await expect(finishOAuth(other, "strava", answer)).rejects.toMatchObject(refused);
    await expect(finishOAuth(ctx, "strava", { ...answer, state: "another" })).rejects.toMatchObject(
      refused,
    );
    await finishOAuth(ctx, "strava", answer);
    await expect(finishOAuth(ctx, "strava", answer)).rejects.toMatchObject(refused);
    const late = await consent(ctx);
    const elevenMinutes = new Date(Date.now() + 11 * 60_000);
    await expect(finishOAuth({ ...ctx, now: elevenMinutes }, "strava", late)).rejects.toMatchObject(
      refused,
    );
    const unwilling = { ...(await consent(ctx)), code: null };
    await expect(finishOAuth(ctx, "strava", unwilling)).rejects.toMatchObject({ code: "conflict" });
    const [connection] = await ctx.tx(listConnections);
    expect(connection).toMatchObject({ provider: "strava", externalAccountId: `${ACCOUNT_ID}` });
  });

  it("makes one activity of the same message a hundred times", async () => {
    await connect();
    await settle();
    account.add(ride(1001));
    const event = stravaEvent(ACCOUNT_ID, { object_id: 1001, aspect_type: "create" });
    for (let i = 0; i < 100; i++) expect((await deliver(event)).status).toBe(200);
    await settle();
    expect(await activities()).toEqual([{ title: "Ride 1001" }]);
    expect(await select("select status, deliveries, body from webhook_receipts")).toEqual([
      { status: "done", deliveries: 100, body: null },
    ]);
  });

  it("takes messages late, repeated and out of order for what the vendor has now", async () => {
    await connect();
    await settle();
    account.add(ride(1002));
    account.add(ride(1003));
    const of = (
      object_id: number,
      aspect_type: "create" | "update" | "delete",
      event_time: number,
    ) => stravaEvent(ACCOUNT_ID, { object_id, aspect_type, event_time });
    // Removed there before its creation was told; and one that only seems to be removed.
    account.remove(1002);
    for (const event of [
      of(1002, "delete", 3),
      of(1002, "create", 1),
      of(1003, "delete", 9),
      of(1003, "update", 2),
      of(1003, "create", 1),
      of(1003, "update", 2),
    ]) {
      expect((await deliver(event)).status).toBe(200);
    }
    await settle();
    expect(await activities()).toEqual([{ title: "Ride 1003" }]);

    account.remove(1003);
    await deliver(of(1003, "delete", 12));
    await settle();
    expect(await activities()).toEqual([]);
    expect(await select("select status from remote_activities where external_id = '1003'")).toEqual(
      [{ status: "removed" }],
    );
    expect(await select("select 1 from source_files")).toEqual([]);
  });

  it("refuses what Strava has not sent, and tells a stranger nothing", async () => {
    await connect();
    await settle();
    const event = stravaEvent(ACCOUNT_ID, { object_id: 1004, aspect_type: "create" });
    const forged = await deliver(event, { signedAtS: nowS(), secret: "guessed" });
    expect(forged.status).toBe(401);
    expect(await forged.json()).toMatchObject({ error: { message: "Refused." } });
    expect((await deliver(event, { signedAtS: nowS() - 3600 })).status).toBe(401);
    expect((await deliver({ no: "event" })).status).toBe(400);
    const elsewhere = stravaEvent(4711, { object_id: 1, aspect_type: "create" });
    expect((await deliver(elsewhere)).status).toBe(200);
    expect(await select("select status from webhook_receipts")).toEqual([{ status: "ignored" }]);
    const large = new Request("http://localhost:3000/api/webhooks/strava", {
      ...{ method: "POST", body: new Uint8Array(17 * 1024 * 1024) },
    });
    const params = Promise.resolve({ provider: "strava" });
    expect((await POST(large, { params })).status).toBe(413);
  });

  it("answers the handshake of its own subscription only", async () => {
    const ask = (token: string) => {
      const query = `hub.mode=subscribe&hub.challenge=15f7d1a9&hub.verify_token=${token}`;
      const request = new Request(`http://localhost:3000/api/webhooks/strava?${query}`);
      return GET(request, { params: Promise.resolve({ provider: "strava" }) });
    };
    const right = await ask(stravaVerifyToken(STRAVA_CLIENT.clientSecret));
    expect([right.status, await right.json()]).toEqual([200, { "hub.challenge": "15f7d1a9" }]);
    expect((await ask("wrong")).status).toBe(403);
  });

  it("asks to connect again when the access was taken back there, once", async () => {
    await connect();
    await settle();
    const gone = { object_type: "athlete" as const, object_id: ACCOUNT_ID };
    const event = stravaEvent(ACCOUNT_ID, {
      ...{ ...gone, aspect_type: "update", updates: { authorized: "false" } },
    });
    // Somebody else could have sent it: the access holds, so nothing happens.
    await deliver(event);
    await settle();
    expect((await ctx.tx(listConnections))[0]).toMatchObject({ status: "connected" });

    strava.grants.end(String(ACCOUNT_ID));
    await deliver({ ...event, event_time: event.event_time + 1 });
    await settle();
    const [connection] = await ctx.tx(listConnections);
    expect(connection).toMatchObject({ status: "needs_reconnect", problemCode: "signed_out" });
    expect(connection?.problem).toContain("Connect again");
    const told =
      "select count(*)::int as n from job_events where name = 'connection/needs-attention'";
    expect(await select(told)).toEqual([{ n: 1 }]);
    await expect(requestSync(ctx, connection?.id ?? "", "asked")).rejects.toMatchObject({
      code: "conflict",
    });
    await connect();
    await settle();
    expect((await ctx.tx(listConnections))[0]).toMatchObject({
      status: "connected",
      problem: null,
    });
  });

  it("keeps a token that was renewed, in whichever process it was", async () => {
    const connectionId = await connect();
    await settle();
    const sealed = () => select("select encode(credentials, 'hex') as c from connections");
    const before = await sealed();
    strava.grants.expireAccess();
    account.add(ride(1005));
    await requestSync(ctx, connectionId, "asked");
    await settle();
    expect(await sealed()).not.toEqual(before);
    expect(await activities()).toEqual([{ title: "Ride 1005" }]);
    strava.grants.expireAccess();
    await requestSync({ ...ctx, now: new Date(Date.now() + 60_000) }, connectionId, "asked");
    await settle();
    expect((await ctx.tx(listConnections))[0]).toMatchObject({
      status: "connected",
      problem: null,
    });
  });

  it("gives the access up and leaves nothing of it here when it is disconnected", async () => {
    const connectionId = await connect();
    account.add(ride(1006));
    await settle();
    await settle();
    expect(await disconnectSource(ctx, connectionId, { data: "keep" })).toEqual({
      isRevoked: true,
    });
    await settle();
    expect(await activities()).toEqual([]);
    expect(await select("select 1 from source_files")).toEqual([]);
    expect(await select("select 1 from connections")).toEqual([]);
  });
});
