import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getDatabase, setDatabase } from "@/db/client";
import { importLedger } from "@/db/queries/import-ledger";
import { rows } from "@/db/rows";
import { runAsSystem } from "@/db/run-as-system";
import { importFiles } from "@/db/schema/imports";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { finishImportBatch } from "@/lib/runtime/finish-import-batch";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { addThreshold } from "@/lib/services/add-threshold";
import { createImportBatch } from "@/lib/services/create-import-batch";
import { editActivity } from "@/lib/services/edit-activity";
import { expandArchives } from "@/lib/services/expand-archives";
import { pauseImport } from "@/lib/services/pause-import";
import { receiveUpload, receiveUploads } from "@/lib/services/receive-upload";
import { registerUser } from "@/lib/services/register-user";
import { resumeImport } from "@/lib/services/resume-import";
import { retryImport } from "@/lib/services/retry-import";
import { startImport } from "@/lib/services/start-import";
import { stopImport } from "@/lib/services/stop-import";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf, sleepPayload } from "../../support/training-files";
import { writeZip } from "../../support/write-zip";

vi.setConfig({ testTimeout: 120_000 });

// Read once per process, so both databases share the folder.
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-import-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";
const text = (content: string) => new TextEncoder().encode(content);

eachDatabase("the import and what follows from it", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  const ride = fitFileOf(addDays(today, -3), "cycling");
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
    const email = `import-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }

  /** Everything derived; `xmin` names the transaction that wrote the row last. */
  const select = (ctx: AthleteContext, query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const days = (ctx: AthleteContext, where = "true") =>
    select(
      ctx,
      `select day, sport, load, fitness, fatigue, form from daily_loads where ${where} order by 1, 2`,
    );

  describe("the ledger", () => {
    it("takes many files in their order, and keeps no bytes of those that could not be read", async () => {
      const ctx = await newAthlete();
      const { batchId } = await createImportBatch(ctx, "command_line");
      const names = Array.from({ length: 20 }, (_, i) => `${i}.txt`);
      const file = (name: string) => ({ name, open: () => Readable.from([text(name)]) });
      await receiveUploads(ctx, batchId, names.map(file));
      const broken = Readable.from(
        (function* () {
          yield text("half");
          throw new Error("The disk is gone.");
        })(),
      );
      const next = [file("20.txt"), { name: "21.txt", open: () => broken }];
      await expect(receiveUploads(ctx, batchId, next)).rejects.toThrow("The disk is gone.");
      const entered = await select(
        ctx,
        "select name, spool_key from import_files order by position",
      );
      expect(entered.map((row) => row.name)).toEqual(names);
      expect(readdirSync(path.join(dataDir, "spool")).toSorted()).toEqual(
        entered.map((row) => row.spool_key).toSorted(),
      );
      await startImport(ctx, batchId);
      await finishImportBatch(ctx, batchId);
    });

    it("gives every file its outcome and, when it is not imported, a reason", async () => {
      const ctx = await newAthlete();
      const { rows: ledger, summary } = await importForTest(ctx, {
        "ride.fit": ride,
        "the same ride.fit": ride,
        "cut short.fit": ride.subarray(0, Math.floor(ride.length * 0.7)),
        "empty.fit": new Uint8Array(),
        "notes.txt": text("no training data"),
        "picture.fit": text("\u0089PNG not a recording"),
        "night.json": sleepPayload(today, 62),
        "run.fit": fitFileOf(addDays(today, -2), "running"),
      });
      const outcomes = Object.fromEntries(ledger.map((row) => [row.file, row.outcome]));
      expect(outcomes).toEqual({
        "ride.fit": "imported",
        "the same ride.fit": "duplicate",
        "cut short.fit": "duplicate",
        "empty.fit": "rejected",
        "notes.txt": "rejected",
        "picture.fit": "rejected",
        "night.json": "imported",
        "run.fit": "imported",
      });
      expect(summary).toEqual({ imported: 3, duplicate: 2, partial: 0, rejected: 3, days: 1 });
      const known = ledger.find((row) => row.file === "ride.fit")?.activities[0];
      expect(known).toBeDefined();
      for (const row of ledger) {
        if (row.outcome === "rejected") expect(row.reason, row.file).toMatch(/^[A-Z].{20,}\.$/);
        if (row.outcome === "duplicate") expect(row.duplicateOf, row.file).toBe(known);
      }
      expect(readdirSync(path.join(dataDir, "spool"))).toEqual([]);
    });

    it("keeps what could be read of a file that ends early, and says why", async () => {
      const ctx = await newAthlete();
      const cut = ride.subarray(0, Math.floor(ride.length * 0.7));
      const { rows: ledger } = await importForTest(ctx, { "cut short.fit": cut });
      expect(ledger[0]).toMatchObject({ outcome: "partial" });
      expect(ledger[0]?.reason).toMatch(/\w{3,}/);
      const [activity] = await select(ctx, "select timer_s, is_partial from activities");
      expect(activity).toMatchObject({ is_partial: true });
      expect(Number(activity?.timer_s)).toBeGreaterThan(300);
    });

    it("puts the whole recording in the place of a part of it, under the title it was given", async () => {
      const ctx = await newAthlete();
      for (const share of [0.5, 0.7]) {
        const cut = ride.subarray(0, Math.floor(ride.length * share));
        await importForTest(ctx, { [`cut at ${share}.fit`]: cut });
      }
      const [part] = await select(ctx, "select id from activities");
      const activityId = String(part?.id);
      await editActivity(ctx, { activityId, edit: { kind: "title", value: "Mine" } });
      const { rows: ledger } = await importForTest(ctx, { "whole.fit": ride });
      expect(ledger[0]).toMatchObject({ outcome: "imported", activities: [part?.id] });
      const recorded = await select(
        ctx,
        "select id, title, sport, is_partial, timer_s from activities",
      );
      expect(recorded).toEqual([
        { id: part?.id, title: "Mine", sport: "cycling", is_partial: false, timer_s: 900 },
      ]);
      expect(await days(ctx, `sport = 'other' and load > 0`)).toEqual([]);
      const alone = await newAthlete();
      await importForTest(alone, { "whole.fit": ride });
      expect(await days(ctx, "sport = 'all'")).toEqual(await days(alone, "sport = 'all'"));
    });

    it("changes nothing when an import is repeated", async () => {
      const ctx = await newAthlete();
      const files = { "ride.fit": ride, "night.json": sleepPayload(today, 62) };
      await importForTest(ctx, files);
      const state = () =>
        Promise.all(
          ["activities", "activity_streams", "source_files", "wellness_days", "daily_loads"].map(
            (table) => select(ctx, `select xmin::text as writer, * from ${table} order by 2, 3`),
          ),
        );
      const before = await state();
      const { summary } = await importForTest(ctx, files);
      expect(summary).toMatchObject({ imported: 0, partial: 0, rejected: 0 });
      expect(await state()).toEqual(before);
    });
  });

  describe("halting", () => {
    const nights = Object.fromEntries(
      [1, 2, 3].map((n) => [`night-${n}.json`, sleepPayload(addDays(today, -n), 60 + n)]),
    );

    async function received(ctx: AthleteContext, files: Record<string, Uint8Array>) {
      const { batchId } = await createImportBatch(ctx, "upload");
      for (const [name, bytes] of Object.entries(files)) {
        const chunks = Readable.from([bytes]);
        await receiveUpload(ctx, { batchId, name, chunks });
      }
      await startImport(ctx, batchId);
      return batchId;
    }
    async function settle() {
      const jobs = await startRunningJobs();
      jobs.wake();
      await jobs.drain();
    }
    const ledger = (ctx: AthleteContext, batchId: string) =>
      ctx.tx((tx) => importLedger(tx, { batchId, cursor: null, status: null, limit: 100 }));

    it("rests while it is paused and then goes on to the same end", async () => {
      const ctx = await newAthlete();
      const batchId = await received(ctx, { "ride.fit": ride, ...nights });
      await pauseImport(ctx, batchId);
      await expect(pauseImport(ctx, batchId)).rejects.toThrow(/not running/);
      await settle();
      expect(await ledger(ctx, batchId)).toMatchObject({
        status: "paused",
        counts: { waiting: 4, imported: 0 },
        summary: null,
      });
      await resumeImport(ctx, batchId);
      await finishImportBatch(ctx, batchId);
      expect(await ledger(ctx, batchId)).toMatchObject({
        status: "finished",
        counts: { waiting: 0, imported: 4 },
        summary: {
          activities: 1,
          days: 3,
          fromDay: addDays(today, -3),
          toDay: addDays(today, -1),
          causes: [],
        },
      });
      await expect(resumeImport(ctx, batchId)).rejects.toThrow(/not paused/);
      await expect(stopImport(ctx, batchId)).rejects.toThrow(/over already/);
    });

    it("keeps what it had when it is stopped, and the rest for another try", async () => {
      const ctx = await newAthlete();
      const batchId = await received(ctx, { "ride.fit": ride, ...nights });
      await pauseImport(ctx, batchId);
      await stopImport(ctx, batchId);
      await finishImportBatch(ctx, batchId);
      const stopped = await ledger(ctx, batchId);
      expect(stopped).toMatchObject({
        status: "finished",
        counts: { rejected: 4 },
        summary: {
          activities: 0,
          days: 0,
          causes: [{ code: "stopped", files: 4, isRetriable: true }],
        },
      });
      const fileId = stopped.files.find((file) => file.name === "ride.fit")?.id ?? "";
      expect(await retryImport(ctx, batchId, fileId)).toEqual({ files: 1 });
      await finishImportBatch(ctx, batchId);
      expect((await ledger(ctx, batchId)).counts).toMatchObject({ imported: 1, rejected: 3 });
      expect(await retryImport(ctx, batchId, null)).toEqual({ files: 3 });
      await finishImportBatch(ctx, batchId);
      expect((await ledger(ctx, batchId)).counts).toMatchObject({ imported: 4, rejected: 0 });
      expect(await days(ctx, "sport = 'all' and load > 0")).toHaveLength(1);
      expect(readdirSync(path.join(dataDir, "spool"))).toEqual([]);
      await expect(retryImport(ctx, batchId, null)).rejects.toThrow(/can be tried again/);
    });

    it("keeps an archive that is stopped while it is unpacked, for another try", async () => {
      const ctx = await newAthlete();
      const archive = writeZip([{ name: "ride.fit", content: ride }]);
      const batchId = await received(ctx, { "all.zip": archive });
      const { archives } = ctx.ports;
      const stopping: AthleteContext = {
        ...ctx,
        ports: {
          ...ctx.ports,
          spool: ctx.ports.spool,
          archives: {
            ...archives,
            async *entries(file, name) {
              await stopImport(ctx, batchId);
              yield* archives.entries(file, name);
            },
          },
        },
      };
      await expandArchives(stopping, batchId);
      await finishImportBatch(ctx, batchId);
      expect((await ledger(ctx, batchId)).files).toMatchObject([
        { name: "all.zip", reasonCode: "stopped" },
      ]);
      expect(readdirSync(path.join(dataDir, "spool"))).toHaveLength(1);
      await retryImport(ctx, batchId, null);
      await finishImportBatch(ctx, batchId);
      expect((await ledger(ctx, batchId)).counts).toMatchObject({ imported: 1, rejected: 0 });
      expect(readdirSync(path.join(dataDir, "spool"))).toEqual([]);
    });

    it("does not let anybody else halt it", async () => {
      const [ctx, other] = [await newAthlete(), await newAthlete()];
      const batchId = await received(ctx, nights);
      await expect(pauseImport(other, batchId)).rejects.toThrow(/not running/);
      await expect(stopImport(other, batchId)).rejects.toThrow(/over already/);
      await finishImportBatch(ctx, batchId);
      expect((await ledger(ctx, batchId)).counts).toMatchObject({ imported: 3 });
    });
  });

  it("reads the newest recordings first, and works today out before the older ones", async () => {
    const ctx = await newAthlete();
    const ages = [400, 20, 5, 1200, 100];
    const files = Object.fromEntries(
      ages.map((age, i) => [
        `${age}.fit`,
        fitFileOf(addDays(today, -age), i % 2 ? "running" : "cycling"),
      ]),
    );
    await importForTest(ctx, files);
    const order = await select(
      ctx,
      "select name from import_files order by finished_at, recorded_at desc nulls last",
    );
    expect(order.map((row) => row.name)).toEqual([
      "5.fit",
      "20.fit",
      "100.fit",
      "400.fit",
      "1200.fit",
    ]);
    const steps = await runAsSystem(getDatabase())(async ({ db }) =>
      rows<{ name: string }>(
        await db.execute(sql`
          select s.name from job_steps s join job_runs r on r.id = s.run_id
          where r.event -> 'data' ->> 'athleteId' = ${ctx.athleteId} order by s.seq`),
      ),
    );
    const names = steps.map((step) => step.name);
    expect(names.indexOf("answer today")).toBeGreaterThan(0);
    expect(names.indexOf("answer today")).toBeLessThan(names.indexOf("import older files, part 1"));
    const alone = await newAthlete();
    for (const [name, bytes] of Object.entries(files))
      await importForTest(alone, { [name]: bytes });
    expect(await days(ctx)).toEqual(await days(alone));
  });

  it("takes a whole Strava export: titles, notes and ratings from its list, and refuses the rest", async () => {
    const ctx = await newAthlete();
    const list =
      "Activity ID,Activity Name,Activity Type,Activity Description,Perceived Exertion,Filename\n" +
      '7,"Hills, twice",Ride,"Felt good",6,activities/7.fit.gz\n8,Along the lake,Run,,,activities/8.gpx\n';
    const start = Date.parse(`${addDays(today, -9)}T07:00:00Z`);
    const point = (i: number) =>
      `<trkpt lat="47.7" lon="${9 + i / 1e4}"><time>${new Date(start + i * 10_000).toISOString()}</time></trkpt>`;
    const points = Array.from({ length: 60 }, (_, i) => point(i)).join("");
    const gpx = `<gpx><trk><trkseg>${points}</trkseg></trk></gpx>`;
    const archive = writeZip([
      { name: "activities/7.fit.gz", content: gzipSync(ride) },
      { name: "activities/8.gpx", content: text(gpx) },
      { name: "activities.csv", content: text(list) },
      { name: "media/photo.jpg", content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
    ]);
    const { rows: ledger } = await importForTest(ctx, { "export_1.zip": archive });
    expect(ledger.map(({ outcome, reasonCode }) => [outcome, reasonCode])).toEqual([
      ["imported", null],
      ["imported", null],
      ["imported", "list_read"],
      ["rejected", "image_or_document"],
    ]);
    const recorded = await select(
      ctx,
      "select title, remark, sport, rpe from activities order by started_at",
    );
    expect(recorded).toEqual([
      { title: "Along the lake", remark: null, sport: "running", rpe: null },
      { title: "Hills, twice", remark: "Felt good", sport: "cycling", rpe: 6 },
    ]);
  });

  it("recomputes from the day of a late file, to what one import would have given", async () => {
    const early = fitFileOf(addDays(today, -30), "cycling");
    const late = fitFileOf(addDays(today, -10), "running", 0.9);
    const ctx = await newAthlete();
    await importForTest(ctx, { "early.fit": early });
    const before = `day < '${addDays(today, -10)}'`;
    const after = `day >= '${addDays(today, -10)}' and sport = 'all'`;
    const written = `select xmin::text as writer, day, sport from daily_loads where ${before} order by 2, 3`;
    const untouched = await select(ctx, written);
    const fitnessBefore = await days(ctx, after);
    await importForTest(ctx, { "late.fit": late });

    expect(untouched.length).toBeGreaterThanOrEqual(20);
    expect(await select(ctx, written)).toEqual(untouched);
    expect(await days(ctx, after)).not.toEqual(fitnessBefore);
    const atOnce = await newAthlete();
    await importForTest(atOnce, { "late.fit": late, "early.fit": early });
    expect(await days(ctx)).toEqual(await days(atOnce));
  });

  it("applies a threshold from its date on, and leaves what was before", async () => {
    const ctx = await newAthlete();
    await importForTest(ctx, {
      "before.fit": fitFileOf(addDays(today, -20), "cycling"),
      "after.fit": fitFileOf(addDays(today, -5), "cycling", 0.85),
    });
    const set = async (value: number, validFrom: LocalDate) => {
      await addThreshold(ctx, { kind: "ftp_w", sport: "cycling", value, validFrom });
      const jobs = await startRunningJobs();
      jobs.wake();
      await jobs.drain();
    };
    const analysed = () =>
      select(ctx, "select xmin::text as writer, load, load_method from activities order by day");
    await set(230, addDays(today, -60));
    const first = await analysed();
    expect(first.map((row) => row.load_method)).toEqual(["tss", "tss"]);
    await set(260, addDays(today, -10));
    const second = await analysed();
    expect(second[0]).toEqual(first[0]);
    expect(Number(second[1]?.load)).toBeCloseTo(Number(first[1]?.load) * (230 / 260) ** 2, 1);
  });

  it("takes no file into a batch that was started while its bytes were written", async () => {
    const ctx = await newAthlete();
    const { batchId } = await createImportBatch(ctx, "sync");
    async function* late() {
      yield ride;
      await startImport(ctx, batchId);
    }
    const received = receiveUpload(ctx, { batchId, name: "late.fit", chunks: late() });
    await expect(received).rejects.toMatchObject({ code: "conflict" });
    const entered = await ctx.tx(({ db }) =>
      db.select().from(importFiles).where(eq(importFiles.batchId, batchId)),
    );
    expect(entered).toEqual([]);
  });
});
