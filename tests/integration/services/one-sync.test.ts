import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { claimTurn } from "@/db/mutations/sync-turns";
import { connectionCursor } from "@/db/queries/connection-cursor";
import { syncHistory } from "@/db/queries/sync-history";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { beginSync } from "@/lib/services/begin-sync";
import { connectPasted } from "@/lib/services/connect-pasted";
import { finishSync } from "@/lib/services/finish-sync";
import { inTurn } from "@/lib/services/in-turn";
import { registerUser } from "@/lib/services/register-user";
import { syncForMorning } from "@/lib/services/sync-for-morning";
import { eachDatabase } from "../../support/test-databases";
import { startGarminServer } from "../../support/vendors/garmin/garmin-server";

vi.setConfig({ testTimeout: 120_000 });

const garmin = await startGarminServer();
afterAll(() => garmin.close());
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-one-sync-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("FORMLINE_GARMIN_PERSONAL_URL", garmin.url);
vi.stubEnv("LOG_LEVEL", "fatal");

const TIME_ZONE = "Europe/Zurich";

eachDatabase("one sync of an athlete at a time", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  let ctx: AthleteContext;
  let connectionId: string;

  beforeEach(async () => {
    setDatabase(await databases.create());
    const firstDay = addDays(today, -45);
    const account = garmin.account({ firstDay, lastDay: today, activities: 0 });
    const email = "one@example.test";
    const person = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...person, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
    const pasted = { pasted: account.key };
    connectionId = (await connectPasted(ctx, "garmin_personal", pasted)).connectionId;
  });
  afterEach(async () => {
    garmin.recover();
    await stopRunningJobs();
    setDatabase(null);
  });

  const cursor = (kind: string) => ctx.tx((tx) => connectionCursor(tx, connectionId, kind));
  const runs = async () =>
    (await ctx.tx((tx) => syncHistory(tx, connectionId, 9))).map(({ trigger, outcome }) => ({
      ...{ trigger, outcome },
    }));
  /** From now on the vendor takes its time, so that what is at once meets. */
  const slowly = (delayMs: number) => garmin.fail({ how: "late", delayMs, times: 10_000 });
  const done = (trigger: string) => ({ trigger, outcome: "done" });

  it("lets a morning in between the pieces of a long history", async () => {
    slowly(25);
    const jobs = await startRunningJobs();
    const working = jobs.drain();
    // The first sync leaves it at 28 days ago: from there on it is the history's.
    const isBegun = async () =>
      String((await cursor("wellness_backfill"))?.beforeDay ?? today) < addDays(today, -30);
    await expect.poll(isBegun, { interval: 20 }).toBe(true);
    const later = { ...ctx, now: new Date() };
    expect(await syncForMorning(later)).toMatchObject({ asked: 1, unreached: [] });
    expect(await cursor("wellness_backfill")).toMatchObject({ isDone: false });
    garmin.recover();
    await working;
    // Two questions at once is what one piece asks.
    expect(garmin.mostAtOnce).toBeLessThanOrEqual(2);
    expect(await cursor("wellness_backfill")).toMatchObject({ isDone: true });
    expect(await runs()).toEqual([done("morning"), done("connected")]);
  });

  it("lets a morning take part in a sync that is under way, and counts it once", async () => {
    const { runId } = await beginSync(ctx, connectionId, "asked");
    expect(await syncForMorning(ctx)).toMatchObject({ asked: 1, unreached: [] });
    const [only, ...others] = await ctx.tx((tx) => syncHistory(tx, connectionId, 9));
    expect(only).toMatchObject({ trigger: "asked", outcome: "running", counts: { days: 28 } });
    expect(others).toEqual([]);
    await finishSync(ctx, { connectionId, runId: runId ?? "" }, { done: 3, failed: 0 });
    await syncForMorning({ ...ctx, now: new Date() });
    expect(await runs()).toEqual([done("morning"), done("asked")]);
  });

  it("gives the turn to who waits before who is patient, and after a while to anybody", async () => {
    const order: string[] = [];
    const piece = (name: string, isPatient: boolean) =>
      inTurn(ctx, async () => void order.push(name), { isPatient });
    const first = inTurn(ctx, async () => {
      order.push("first");
      await pause(400);
    });
    await pause(50);
    const patient = piece("patient", true);
    await pause(50);
    await Promise.all([first, patient, piece("waiting", false)]);
    expect(order).toEqual(["first", "waiting", "patient"]);

    const claim = { owner: "a process that was killed", seconds: 1, isPatient: false };
    expect(await ctx.tx((tx) => claimTurn(tx, claim))).toBe(true);
    expect(await ctx.tx((tx) => claimTurn(tx, { ...claim, owner: "another" }))).toBe(false);
    await piece("after it", false);
    expect(order.at(-1)).toBe("after it");
  });

  it("keeps its turn for as long as it works, and gives it back when it fails", async () => {
    await expect(inTurn(ctx, () => Promise.reject(new Error("ours")))).rejects.toThrow("ours");
    const other = { owner: "another", seconds: 60, isPatient: false };
    expect(await ctx.tx((tx) => claimTurn(tx, other))).toBe(true);
  });
});
