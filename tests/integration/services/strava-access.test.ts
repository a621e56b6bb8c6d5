import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { POST } from "@/app/api/webhooks/[provider]/route";
import { setDatabase } from "@/db/client";
import { markActivitiesChanged } from "@/db/mutations/remote-activities";
import { listConnections } from "@/db/queries/connections";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { beginOAuth } from "@/lib/services/begin-oauth";
import { fetchActivityFiles } from "@/lib/services/fetch-activity-files";
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
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-strava-access-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
// Read once per process.
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_STRAVA_URL", strava.url);
vi.stubEnv("FORMLINE_STRAVA_ID", STRAVA_CLIENT.clientId);
vi.stubEnv("FORMLINE_STRAVA_SECRET", STRAVA_CLIENT.clientSecret);
vi.stubEnv("LOG_LEVEL", "fatal");

const ACCOUNT_ID = 134_815;

eachDatabase("the access to Strava", (databases) => {
  let ctx: AthleteContext;
  beforeEach(async () => {
    setDatabase(await databases.create());
    const email = "access@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: "Europe/Zurich" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });
  afterEach(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  const select = (query: string) =>
    systemContext().tx(async ({ db }) =>
      rows<Record<string, unknown>>(await db.execute(sql.raw(query))),
    );
  const settle = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };
  async function connect() {
    const { url } = await beginOAuth(ctx, "strava");
    const answer = await fetch(url, { redirect: "manual" });
    const back = new URL(answer.headers.get("location") ?? "").searchParams;
    const consent = { state: back.get("state") ?? "", code: back.get("code") };
    await finishOAuth(ctx, "strava", { ...consent, scope: back.get("scope") });
    await settle();
  }
  const deauthorize = async (event_time: number) => {
    const event = stravaEvent(ACCOUNT_ID, {
      ...{ object_type: "athlete", object_id: ACCOUNT_ID, aspect_type: "update" },
      ...{ updates: { authorized: "false" }, event_time },
    });
    const { headers, body } = stravaDelivery(event);
    const request = new Request("http://localhost:3000/api/webhooks/strava", {
      ...{ method: "POST", headers, body },
    });
    await POST(request, { params: Promise.resolve({ provider: "strava" }) });
    await settle();
  };
  const titles = () => select("select title from activities");

  it("takes what came by it along when it is taken back, and brings it again", async () => {
    strava.account(ACCOUNT_ID).add({
      ...{ id: 17, name: "Lunch Ride", sportType: "Ride", utcOffsetS: 3600, elapsedS: 600 },
      startS: Math.floor(Date.now() / 1000) - 86_400,
    });
    await connect();
    expect(await titles()).toEqual([{ title: "Lunch Ride" }]);
    // Anybody could have sent that: the access holds, so nothing goes.
    await deauthorize(1);
    expect(await titles()).toEqual([{ title: "Lunch Ride" }]);

    strava.grants.end(String(ACCOUNT_ID));
    await deauthorize(2);
    expect(await titles()).toEqual([]);
    expect(await select("select kind from source_files")).toEqual([]);
    expect(await select("select title from remote_activities")).toEqual([]);
    expect(await select("select status from connections")).toEqual([{ status: "needs_reconnect" }]);

    await connect();
    expect(await titles()).toEqual([{ title: "Lunch Ride" }]);
  });

  it("takes along what is no longer listed there, also when no message of it came", async () => {
    const ride = (id: number) => ({
      ...{ id, name: `Ride ${id}`, sportType: "Ride", utcOffsetS: 3600, elapsedS: 600 },
      startS: Math.floor(Date.now() / 1000) - id * 3600,
    });
    const account = strava.account(ACCOUNT_ID);
    for (const id of [21, 22, 23, 24]) account.add(ride(id));
    await connect();
    expect(await titles()).toHaveLength(4);
    account.remove(22);
    // Before it, there is nothing: the list has no other end.
    account.remove(24);
    const [only] = await ctx.tx(listConnections);
    await requestSync({ ...ctx, now: new Date() }, only?.id ?? "", "asked");
    await settle();
    expect((await titles()).map(({ title }) => title).sort()).toEqual(["Ride 21", "Ride 23"]);
    expect(
      await select("select status, problem from remote_activities where external_id = '22'"),
    ).toEqual([{ status: "removed", problem: expect.stringContaining("removed here as well") }]);
  });

  it("takes every version along that was ever fetched, and what was not read yet", async () => {
    const account = strava.account(ACCOUNT_ID);
    const ride = (name: string) => ({
      ...{ id: 31, name, sportType: "Ride", utcOffsetS: 3600, elapsedS: 600 },
      startS: Math.floor(Date.now() / 86_400_000) * 86_400 - 86_400,
    });
    account.add(ride("First name"));
    await connect();
    const [only] = await ctx.tx(listConnections);
    const connectionId = only?.id ?? "";
    const fetchAgain = async () => {
      await ctx.tx((tx) => markActivitiesChanged(tx, connectionId, ["31"], new Date()));
      await fetchActivityFiles(ctx, connectionId);
    };
    account.add(ride("Second name"));
    for (let i = 0; i < 2; i++) {
      await fetchAgain();
      await settle();
    }
    expect(await titles()).toHaveLength(1);
    // A third time, and nobody has read it when the ride is deleted there.
    await fetchAgain();
    account.remove(31);
    const message = stravaEvent(ACCOUNT_ID, { object_id: 31, aspect_type: "delete" });
    const { headers, body } = stravaDelivery(message);
    const request = new Request("http://localhost:3000/api/webhooks/strava", {
      ...{ method: "POST", headers, body },
    });
    await POST(request, { params: Promise.resolve({ provider: "strava" }) });
    await settle();
    expect(await titles()).toEqual([]);
    expect(await select("select kind from source_files")).toEqual([]);
    expect(await select("select 1 from import_files where status = 'waiting'")).toEqual([]);
  });
});
