import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { updateProfile } from "@/db/mutations/update-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import { demoCapacityOn } from "@/db/seed/demo-athlete";
import { demoCalendar } from "@/db/seed/demo-calendar";
import { demoFitFile } from "@/db/seed/demo-fit-file";
import { demoRecording } from "@/db/seed/demo-streams";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
import { addThreshold } from "@/lib/services/add-threshold";
import { answerFtpSuggestion } from "@/lib/services/answer-ftp-suggestion";
import { describeCapacity } from "@/lib/services/describe-capacity";
import { factsFor } from "@/lib/services/facts-for";
import { registerUser } from "@/lib/services/register-user";
import { removeThreshold } from "@/lib/services/remove-threshold";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { stravaFileOf } from "../../support/vendors/strava/strava-file-of";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-ftp-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

eachDatabase("the suggested FTP", (databases) => {
  const today = localDayAt(new Date(), "Europe/Paris");
  let ctx: AthleteContext;

  const hard = demoCalendar(today, 1).sessions.filter(({ name }) => name.includes("all out"));
  const power = async () => (await ctx.tx((tx) => describeCapacity(tx, today))).criticalPower;
  const suggestion = async () => (await power()).ftp;
  const ftps = async () =>
    (await ctx.tx(listThresholds))
      .filter(({ kind }) => kind === "ftp_w")
      .map(({ value, validFrom, source }) => ({ value, validFrom, source }));
  const set = (value: number) =>
    addThreshold(ctx, { kind: "ftp_w", sport: "cycling", value, validFrom: addDays(today, -90) });

  const newAthlete = async (email: string) => {
    const account = { email, name: "Eva", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  };
  /** The same rides on the days after, by Strava, a quarter stronger. */
  const strongOnStrava = () =>
    Object.fromEntries(
      hard.map((session, i) => {
        const { powerW } = demoRecording(session, demoCapacityOn(0), i + 1);
        const stronger = [...(powerW ?? [])].map((watts) => Math.round(watts * 1.25));
        const startS = Date.parse(`${addDays(session.day, 1)}T08:00:00Z`) / 1000;
        const ride = { id: i + 1, name: "All out", sportType: "Ride", startS, utcOffsetS: 3600 };
        const recorded = { ...ride, elapsedS: stronger.length - 1, hasPowerMeter: true };
        return [`strava-${i}.json`, stravaFileOf(recorded, stronger)];
      }),
    );

  beforeAll(async () => {
    setDatabase(await databases.create());
    ctx = await newAthlete("ftp@example.test");
    await importForTest(
      ctx,
      Object.fromEntries(
        hard.map((session, i) => {
          const recording = demoRecording(session, demoCapacityOn(0), i + 1);
          const start = new Date(`${session.day}T08:00:00Z`);
          return [`${session.day}.fit`, demoFitFile(session, recording, start, 3600)];
        }),
      ),
    );
    await set(200);
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  it("stands there with the ride that it is of, and changes nothing", async () => {
    const shown = await suggestion();
    expect(shown).toMatchObject({ ftpW: 200, isRefused: false });
    expect(shown?.suggestedW).toBeGreaterThan(215);
    expect(shown?.suggestedW).toBe(Math.round(0.95 * (shown?.twentyMinutesW ?? 0)));
    expect(await ftps()).toEqual([
      { value: 200, validFrom: addDays(today, -90), source: "athlete" },
    ]);
  });

  it("is not answered by a page that showed another one", async () => {
    await expect(
      answerFtpSuggestion(ctx, { suggestedW: 999, answer: "use" }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await ftps()).toHaveLength(1);
  });

  it("stays away once it was refused", async () => {
    const suggestedW = (await suggestion())?.suggestedW ?? 0;
    await answerFtpSuggestion(ctx, { suggestedW, answer: "keep" });
    expect(await suggestion()).toMatchObject({ suggestedW: null, isRefused: true });
    expect(await ftps()).toHaveLength(1);
    await set(suggestedW);
    expect(await suggestion()).toMatchObject({ suggestedW: null, isRefused: false });
  });

  it("is taken over from today on and not before", async () => {
    await set(200);
    await ctx.tx((tx) => updateProfile(tx, { refusedFtpW: null }));
    const suggestedW = (await suggestion())?.suggestedW ?? 0;
    await answerFtpSuggestion(ctx, { suggestedW, answer: "use" });
    expect(await ftps()).toEqual([
      { value: suggestedW, validFrom: today, source: "estimate" },
      { value: 200, validFrom: addDays(today, -90), source: "athlete" },
    ]);
    expect(await suggestion()).toMatchObject({ suggestedW: null, ftpW: suggestedW });
  });

  it("is the same with stronger rides from Strava, which critical power counts", async () => {
    await set(200);
    await ctx.tx((tx) => updateProfile(tx, { refusedFtpW: null }));
    for (const { id, validFrom } of await ctx.tx(listThresholds)) {
      if (validFrom === today) await removeThreshold(ctx, id);
    }
    const before = await power();
    await importForTest(ctx, strongOnStrava());
    const after = await power();
    expect(after.estimate.fit?.criticalPowerW).toBeGreaterThan(
      1.2 * (before.estimate.fit?.criticalPowerW ?? 0),
    );
    expect(before.ftp?.suggestedW).toBeGreaterThan(215);
    expect(after.ftp).toEqual(before.ftp);
  });

  it("is none where all rides are from Strava: no FTP of theirs is kept, or told to a model", async () => {
    ctx = await newAthlete("strava-ftp@example.test");
    await importForTest(ctx, strongOnStrava());
    const { estimate, ftp } = await power();
    expect(estimate.fit?.criticalPowerW).toBeGreaterThan(215);
    expect(ftp).toBeNull();
    const best = estimate.efforts.find(({ durationS }) => durationS === 1200)?.powerW ?? 0;
    const suggestedW = Math.round(0.95 * best);
    await expect(answerFtpSuggestion(ctx, { suggestedW, answer: "use" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await ftps()).toEqual([]);
    const { value } = await factsFor(ctx, { day: today, findings: [], mayReadNotes: true });
    const told = JSON.stringify(value);
    expect(told).not.toMatch(/ftp|capacity:/);
    expect(told).not.toContain(String(suggestedW));
  });
});
