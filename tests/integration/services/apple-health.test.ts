import { createWriteStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { rows } from "@/db/rows";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { ports } from "@/lib/auth/ports";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
import { exportArchive } from "@/lib/services/export-archive";
import { readArchive } from "@/lib/services/read-archive";
import { reanalyzeActivities } from "@/lib/services/reanalyze-activities";
import { registerUser } from "@/lib/services/register-user";
import { restoreArchive } from "@/lib/services/restore-archive";
import { healthXml, night, record, routeFile, run, workout } from "@/tests/support/health-export";
import { healthZip } from "@/tests/support/health-zip";
import { importForTest } from "@/tests/support/import-for-test";
import { eachDatabase } from "@/tests/support/test-databases";
import { fitFileOf } from "@/tests/support/training-files";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-apple-health-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";
const ROUTE = "route_7.00am.gpx";
const text = (content: string) => new TextEncoder().encode(content);

eachDatabase("an Apple Health export", (databases) => {
  const day = addDays(localDayAt(new Date(), TIME_ZONE), -5);
  const start = Date.parse(`${day}T09:00:00Z`) / 1000;
  const { records, workout: ran } = run(start, ROUTE);
  const bed = start - 12 * 3600;
  const slept = night(bed, [
    ["AsleepCore", 240],
    ["AsleepDeep", 90],
    ["AsleepREM", 90],
  ]);
  const resting = record("RestingHeartRate", start, 48, { unit: "count/min" });
  const variability = record("HeartRateVariabilitySDNN", bed + 3600, 55, { unit: "ms" });
  const xml = healthXml(records, slept, resting, variability, ran);
  const zipOf = (content: string) =>
    buffer(
      healthZip({
        "apple_health_export/export.xml": content,
        [`apple_health_export/workout-routes/${ROUTE}`]: routeFile(start, 1800),
      }),
    );
  let athletes = 0;

  beforeAll(async () => {
    setDatabase(await databases.create());
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });

  async function newAthlete(): Promise<AthleteContext> {
    athletes += 1;
    const email = `apple-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }
  const select = (ctx: AthleteContext, query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const activitiesOf = (ctx: AthleteContext) =>
    select(
      ctx,
      "select title, sport, distance_m, avg_heart_rate_bpm, avg_power_w, ascent_m from activities order by started_at",
    );
  const nightsOf = (ctx: AthleteContext) =>
    select(ctx, "select day::text, sleep_s, deep_sleep_s, resting_hr_bpm from wellness_days");

  it("becomes activities with their route, and nights", async () => {
    const ctx = await newAthlete();
    const { summary } = await importForTest(ctx, { "export.zip": await zipOf(xml) });
    expect(summary).toMatchObject({ imported: 2, rejected: 0, days: 1 });
    expect(await activitiesOf(ctx)).toMatchObject([
      { sport: "running", distance_m: 5400, avg_power_w: 250 },
    ]);
    expect(await nightsOf(ctx)).toEqual([
      { day, sleep_s: 420 * 60, deep_sleep_s: 5400, resting_hr_bpm: 48 },
    ]);
    const [morning] = await select(
      ctx,
      `select recovery -> 'contributions' -> 0 as hrv from mornings where day = '${day}'`,
    );
    expect(morning?.hrv).toMatchObject({
      ...{ component: "hrv", score: null, reasonCode: "rmssd_missing_sdnn_available" },
    });
    const kept = await select(ctx, "select kind, byte_length from source_files order by 2 desc");
    expect(kept.map(({ kind }) => kind)).toEqual(["apple_health", "apple_health"]);
    expect(readdirSync(path.join(dataDir, "spool"))).toEqual([]);
    const before = await activitiesOf(ctx);
    const input = { fromDay: "1970-01-01", after: null };
    expect(await reanalyzeActivities(ctx, input)).toMatchObject({ analysed: 1 });
    expect(await activitiesOf(ctx)).toEqual(before);
  });

  it("comes back from an athlete's archive, and is read again there", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "export.zip": await zipOf(xml) });
    const before = [await activitiesOf(ctx), await nightsOf(ctx)];
    const file = path.join(dataDir, "archive.zip");
    await pipeline(exportArchive(ctx, { email: "ada@example.test" }), createWriteStream(file));
    await stopRunningJobs();
    setDatabase(await databases.create());
    const other = await newAthlete();
    const archive = await readArchive(ports.zip, file);
    await restoreArchive(other, archive);
    archive.zip.close();
    const input = { fromDay: "1970-01-01", after: null };
    expect(await reanalyzeActivities(other, input)).toMatchObject({ analysed: 1 });
    expect([await activitiesOf(other), await nightsOf(other)]).toEqual(before);
  });

  it("doubles nothing when a newer one, with more in it, comes after it", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "export.zip": await zipOf(xml) });
    const before = await activitiesOf(ctx);
    const nextDay = start + 86_400;
    const newer = healthXml(
      records,
      slept,
      resting,
      variability,
      record("RestingHeartRate", nextDay, 49, { unit: "count/min" }),
      ran,
      workout("Yoga", nextDay),
    );
    const { rows: ledger } = await importForTest(ctx, { "export.zip": await zipOf(newer) });
    expect(ledger.map(({ outcome, reason }) => [outcome, reason?.slice(0, 15)])).toEqual(
      expect.arrayContaining([["duplicate", "This exact file"]]),
    );
    const after = await activitiesOf(ctx);
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(before[0]);
    expect(await nightsOf(ctx)).toHaveLength(2);
  });

  it("keeps one activity when a later export tells more of the same workout", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "export.zip": await zipOf(xml) });
    const more = record("HeartRate", start + 1, 141, { unit: "count/min" });
    const { rows: ledger } = await importForTest(ctx, {
      "export.zip": await zipOf(healthXml(more, records, ran)),
    });
    expect(ledger).toMatchObject([{ outcome: "duplicate" }]);
    expect(await activitiesOf(ctx)).toHaveLength(1);
    expect(await select(ctx, "select count(*)::int as n from recordings")).toEqual([{ n: 2 }]);
  });

  it("is one activity with the file of another device, whose load counts once", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, { "watch.fit": fitFileOf(day, "running") });
    const [before] = await select(ctx, "select started_at from activities");
    const began = new Date(String(before?.started_at)).getTime() / 1000;
    const same = run(began, "none.gpx");
    await importForTest(ctx, { "export.xml": text(healthXml(same.records, same.workout)) });
    expect(await activitiesOf(ctx)).toHaveLength(1);
    const [load] = await select(
      ctx,
      "select l.load = a.load as is_same from daily_loads l join activities a using (day) where l.sport = 'all'",
    );
    expect(load).toEqual({ is_same: true });
  });

  it("does not read what is larger than any file of one activity", async () => {
    const ctx = await newAthlete();
    const clinical = text(`<ClinicalDocument>${" ".repeat(51 * 1024 * 1024)}</ClinicalDocument>`);
    const { rows: ledger } = await importForTest(ctx, {
      "export_cda.xml": clinical,
      "export.xml": text(healthXml(workout("Yoga", start))),
    });
    expect(ledger.map(({ outcome }) => outcome).sort()).toEqual(["imported", "rejected"]);
    expect(readdirSync(path.join(dataDir, "spool"))).toEqual([]);
  });

  it("takes an unpacked one, whose tracks are received before and after it", async () => {
    const ctx = await newAthlete();
    const other = "route_8.00am.gpx";
    const second = run(start + 86_400, other);
    const { rows: ledger } = await importForTest(ctx, {
      [ROUTE]: text(routeFile(start, 1800)),
      "Exportar.xml": text(healthXml(records, second.records, ran, second.workout)),
      [other]: text(routeFile(start + 86_400, 1800)),
    });
    expect(ledger.map(({ outcome }) => outcome)).toEqual(Array(4).fill("imported"));
    expect(ledger.filter(({ reason }) => /route of a workout/.test(reason ?? ""))).toHaveLength(2);
    expect(await activitiesOf(ctx)).toHaveLength(2);
    const bare = "select count(*)::int as n from activity_courses";
    expect(await select(ctx, bare)).toEqual([{ n: 2 }]);
    expect(readdirSync(path.join(dataDir, "spool"))).toEqual([]);
  });
});
