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
import { registerUser } from "@/lib/services/register-user";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-ftp-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

eachDatabase("the suggested FTP", (databases) => {
  const today = localDayAt(new Date(), "Europe/Paris");
  let ctx: AthleteContext;

  const suggestion = async () =>
    (await ctx.tx((tx) => describeCapacity(tx, today))).criticalPower.ftp;
  const ftps = async () =>
    (await ctx.tx(listThresholds))
      .filter(({ kind }) => kind === "ftp_w")
      .map(({ value, validFrom, source }) => ({ value, validFrom, source }));
  const set = (value: number) =>
    addThreshold(ctx, { kind: "ftp_w", sport: "cycling", value, validFrom: addDays(today, -90) });

  beforeAll(async () => {
    setDatabase(await databases.create());
    const account = { email: "ftp@example.test", name: "Eva", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(account.email);
    const hard = demoCalendar(today, 1).sessions.filter(({ name }) => name.includes("all out"));
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
});
