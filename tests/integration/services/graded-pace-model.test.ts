import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { activityDetail } from "@/db/queries/activity-detail";
import { topEfforts } from "@/db/queries/top-efforts";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { addThreshold } from "@/lib/services/add-threshold";
import { registerUser } from "@/lib/services/register-user";
import { updateProfile } from "@/lib/services/update-profile";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf } from "../../support/training-files";

vi.setConfig({ testTimeout: 120_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-graded-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

eachDatabase("the way to take hills out of runs", (databases) => {
  const today = localDayAt(new Date(), "Europe/Paris");
  let ctx: AthleteContext;

  async function numbersOfRun() {
    const [best] = await ctx.tx((tx) =>
      topEfforts(tx, { sport: "running", from: null, to: today, places: 1 }),
    );
    const run = await ctx.tx((tx) => activityDetail(tx, best?.activityId ?? ""));
    if (run === null) throw new Error("The run is gone.");
    return { metrics: run.metrics, loads: run.loads, load: run.load };
  }

  beforeAll(async () => {
    setDatabase(await databases.create());
    const account = { email: "hills@example.test", name: "Ada", password: "a-long-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(account.email);
    await addThreshold(ctx, {
      kind: "threshold_speed_mps",
      sport: "running",
      value: 4,
      validFrom: addDays(today, -30),
    });
    await importForTest(ctx, { "run.fit": fitFileOf(addDays(today, -2), "running", 1) });
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  it("changes every run's numbers with their formulas, and changes them back", async () => {
    const jobs = await startRunningJobs();
    await jobs.drain();
    const before = await numbersOfRun();
    expect(before.metrics.normalizedGradedSpeed?.formula).toBe("RUN-3@1");

    await updateProfile(ctx, { gradedPaceModel: "energy_cost" });
    await jobs.drain();
    const byEnergy = await numbersOfRun();
    expect(byEnergy.metrics.avgGradedSpeed?.formula).toBe("RUN-1@1");
    expect(byEnergy.loads.find(({ method }) => method === "rtss")?.formula).toBe("RUN-3E@1");
    expect(byEnergy.load).not.toBe(before.load);

    await updateProfile(ctx, { gradedPaceModel: "observed" });
    await jobs.drain();
    expect(await numbersOfRun()).toEqual(before);
  });
});
