import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityEdits } from "@/db/queries/activity-edits";
import { type ActivityRecording, activityRecordings } from "@/db/queries/activity-recordings";
import { activityStreams } from "@/db/queries/activity-streams";
import { joinableActivities } from "@/db/queries/joinable-activities";
import { rows } from "@/db/rows";
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
import { editActivity } from "@/lib/services/edit-activity";
import { joinActivities } from "@/lib/services/join-activities";
import { reanalyzeActivities } from "@/lib/services/reanalyze-activities";
import { registerUser } from "@/lib/services/register-user";
import { separateRecording } from "@/lib/services/separate-recording";
import { undoActivityEdit } from "@/lib/services/undo-activity-edit";
import { importForTest } from "@/tests/support/import-for-test";
import { eachDatabase } from "@/tests/support/test-databases";
import { fitFileOf } from "@/tests/support/training-files";
import { bikeComputerFile, watchFile } from "@/tests/support/two-devices";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const dataDir = mkdtempSync(path.join(tmpdir(), "formline-recordings-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";

eachDatabase("several recordings of one activity", (databases) => {
  const day = addDays(localDayAt(new Date(), TIME_ZONE), -5);
  const computer = bikeComputerFile(day);
  const watch = watchFile(day);
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
    const email = `recordings-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    return athleteContextForCommandLine(email);
  }

  const select = (ctx: AthleteContext, query: string) =>
    ctx.tx(async ({ db }) => rows<Record<string, unknown>>(await db.execute(sql.raw(query))));
  const activitiesOf = (ctx: AthleteContext) =>
    select(
      ctx,
      "select id, title, rpe, started_at, timer_s, avg_power_w, avg_heart_rate_bpm, load from activities order by started_at, sport",
    );
  const loads = (ctx: AthleteContext) =>
    select(
      ctx,
      "select day, sport, load, duration_s, fitness, fatigue, form from daily_loads order by 1, 2",
    );
  const drain = async () => {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  };

  async function twice() {
    const ctx = await newAthlete();
    await importForTest(ctx, { "watch.fit": watch });
    await importForTest(ctx, { "computer.fit": computer });
    const [activity, ...more] = await activitiesOf(ctx);
    expect(more).toEqual([]);
    const id = String(activity?.id);
    const recordings = await ctx.tx((tx) => activityRecordings(tx, id));
    return { ctx, id, recordings };
  }

  /** What an athlete has who only ever had the one file. */
  async function alone(file: Uint8Array) {
    const ctx = await newAthlete();
    await importForTest(ctx, { "only.fit": file });
    return ctx;
  }

  const wonBy = (recordings: readonly ActivityRecording[], name: string) =>
    recordings.find((one) => one.fileName === name)?.wins.map((win) => win.field);
  const idOf = (recordings: readonly ActivityRecording[], name: string) =>
    recordings.find((one) => one.fileName === name)?.id ?? "";

  it("makes one activity with the power of the computer and the heart rate of the watch", async () => {
    const { ctx, id, recordings } = await twice();
    expect(recordings.map((one) => [one.fileName, one.isBase])).toEqual([
      ["computer.fit", true],
      ["watch.fit", false],
    ]);
    expect(wonBy(recordings, "watch.fit")).toEqual(["heartRate"]);
    expect(wonBy(recordings, "computer.fit")).toEqual(
      expect.arrayContaining(["clock", "power", "speed", "cadence", "altitude"]),
    );
    const [activity] = await activitiesOf(ctx);
    expect(activity?.avg_power_w).toBeCloseTo(209.5, 1);
    expect(activity?.avg_heart_rate_bpm).toBeCloseTo(144.5, 1);
    const streams = await ctx.tx((tx) => activityStreams(tx, id));
    expect(streams?.channels.heartRateBpm?.valid[19]).toBe(0);
    expect(streams?.channels.heartRateBpm?.values[20]).toBe(140);
    const detail = await ctx.tx((tx) => activityDetail(tx, id));
    expect(detail?.files).toEqual([
      { name: "computer.fit", reason: null, isDuplicate: false },
      { name: "watch.fit", reason: null, isDuplicate: true },
    ]);
    expect(detail?.notes.map((note) => note.code)).toContain("combined_recordings");
  });

  it("counts the load once, whichever file came first, also when both come together", async () => {
    const { ctx } = await twice();
    const inOrder = await newAthlete();
    await importForTest(inOrder, { "computer.fit": computer, "watch.fit": watch });
    expect(await loads(inOrder)).toEqual(await loads(ctx));
    const [today] = await select(
      ctx,
      `select l.load, a.load as of_activity, l.duration_s from daily_loads l join activities a on a.day = l.day where l.sport = 'all'`,
    );
    expect(today).toMatchObject({ load: today?.of_activity, duration_s: 1800 });
    expect(Number(today?.load)).toBeGreaterThan(0);
  });

  it("changes nothing when the files come again", async () => {
    const { ctx } = await twice();
    const state = () =>
      Promise.all(
        ["activities", "activity_streams", "recordings", "daily_loads"].map((table) =>
          select(ctx, `select xmin::text as writer, * from ${table} order by 2, 3`),
        ),
      );
    const before = await state();
    await importForTest(ctx, { "computer.fit": computer, "watch again.fit": watch });
    expect(await state()).toEqual(before);
  });

  it("keeps a title and a rating, and lets a threshold count for the combination", async () => {
    const { ctx, id } = await twice();
    await editActivity(ctx, { activityId: id, edit: { kind: "title", value: "Mine" } });
    await editActivity(ctx, { activityId: id, edit: { kind: "effort", value: 6 } });
    await addThreshold(ctx, {
      kind: "ftp_w",
      sport: "cycling",
      value: 250,
      validFrom: addDays(day, -1),
    });
    await drain();
    const [activity] = await select(
      ctx,
      "select title, rpe, load_method, avg_heart_rate_bpm, loads from activities",
    );
    expect(activity).toMatchObject({ title: "Mine", rpe: 6, load_method: "tss" });
    expect(activity?.avg_heart_rate_bpm).toBeCloseTo(144.5, 1);
    const methods = ((activity?.loads ?? []) as { method: string }[]).map((load) => load.method);
    expect(methods).toEqual(expect.arrayContaining(["tss", "srpe"]));
  });

  it("keeps what each recording gives through an edit of the whole and its undo", async () => {
    const { ctx, id } = await twice();
    const before = await activitiesOf(ctx);
    await editActivity(ctx, {
      activityId: id,
      edit: { kind: "exclude", value: { fromS: 600, toS: 900 } },
    });
    const [edited] = await activitiesOf(ctx);
    expect(edited).toMatchObject({ id, timer_s: 1500 });
    expect(edited?.avg_power_w).toBeGreaterThan(0);
    expect(edited?.avg_heart_rate_bpm).toBeGreaterThan(0);
    await importForTest(ctx, { "computer again.fit": computer });
    expect(await activitiesOf(ctx)).toEqual([edited]);
    const [edit] = await ctx.tx((tx) => activityEdits(tx, id));
    await undoActivityEdit(ctx, { activityId: id, editId: edit?.id ?? "" });
    expect(await activitiesOf(ctx)).toEqual(before);
  });

  it("leaves an activity as it is whose files cannot be read any more", async () => {
    const { ctx } = await twice();
    const before = await activitiesOf(ctx);
    await select(ctx, "update source_files set content = '\\x0300'::bytea returning id");
    const input = { fromDay: "1970-01-01", after: null };
    expect(await reanalyzeActivities(ctx, input)).toMatchObject({ analysed: 1, lastId: null });
    expect(await activitiesOf(ctx)).toEqual(before);
  });

  describe("told apart", () => {
    it("become two activities, each as if the other had never come", async () => {
      const { ctx, id, recordings } = await twice();
      await separateRecording(ctx, {
        activityId: id,
        recordingId: idOf(recordings, "computer.fit"),
      });
      await drain();
      const both = await activitiesOf(ctx);
      const plain = (row: Record<string, unknown> | undefined) => ({ ...row, id: null });
      const [onlyComputer] = await activitiesOf(await alone(computer));
      const [onlyWatch] = await activitiesOf(await alone(watch));
      expect(both.map(plain)).toEqual([plain(onlyComputer), plain(onlyWatch)]);
      expect(both[1]?.id).toBe(id);
      const [counted] = await select(
        ctx,
        `select load, duration_s from daily_loads where sport = 'all' order by day limit 1`,
      );
      expect(counted?.duration_s).toBe(1800 + 1760);
      expect(Number(counted?.load)).toBeCloseTo(
        Number(onlyComputer?.load) + Number(onlyWatch?.load),
        6,
      );
      const ledger = await select(ctx, "select name, status, activity_ids from import_files");
      expect(ledger).toEqual(
        expect.arrayContaining([
          { name: "computer.fit", status: "imported", activity_ids: [both[0]?.id] },
          { name: "watch.fit", status: "imported", activity_ids: [id] },
        ]),
      );
    });

    it("stay apart when a file is taken away and comes again, and when they are analysed anew", async () => {
      const { ctx, id, recordings } = await twice();
      await separateRecording(ctx, { activityId: id, recordingId: idOf(recordings, "watch.fit") });
      await drain();
      await select(
        ctx,
        "delete from activities where source_file_id in (select source_file_id from import_files where name = 'watch.fit')",
      );
      await select(
        ctx,
        "delete from source_files where id in (select source_file_id from import_files where name = 'watch.fit')",
      );
      expect(await activitiesOf(ctx)).toHaveLength(1);
      await importForTest(ctx, { "watch.fit": watch });
      await addThreshold(ctx, {
        kind: "ftp_w",
        sport: "cycling",
        value: 250,
        validFrom: addDays(day, -1),
      });
      await drain();
      expect(await activitiesOf(ctx)).toHaveLength(2);
    });

    it("can be combined again, to the very same numbers", async () => {
      const { ctx, id, recordings } = await twice();
      const before = [await activitiesOf(ctx), await loads(ctx)];
      const apart = await separateRecording(ctx, {
        activityId: id,
        recordingId: idOf(recordings, "watch.fit"),
      });
      await drain();
      expect(await loads(ctx)).not.toEqual(before[1]);
      const offered = await ctx.tx((tx) => joinableActivities(tx, id));
      expect(offered.map((one) => one.id)).toEqual([apart.activityId]);
      await joinActivities(ctx, { activityId: id, otherId: apart.activityId });
      await drain();
      expect([await activitiesOf(ctx), await loads(ctx)]).toEqual(before);
      expect(await select(ctx, "select * from recording_separations")).toEqual([]);
    });

    it("refuses to take the only recording away", async () => {
      const ctx = await alone(watch);
      const id = String((await activitiesOf(ctx))[0]?.id);
      const [recording] = await ctx.tx((tx) => activityRecordings(tx, id));
      await expect(
        separateRecording(ctx, { activityId: id, recordingId: recording?.id ?? "" }),
      ).rejects.toMatchObject({ code: "conflict" });
    });
  });

  describe("combined by hand", () => {
    const walkTwin = fitFileOf(day, "running");

    it("gives back the other's id, title and rating when it is undone", async () => {
      const ctx = await newAthlete();
      await importForTest(ctx, { "computer.fit": computer, "run.fit": walkTwin });
      const before = await activitiesOf(ctx);
      const [ride, run] = before.map((row) => String(row.id)) as [string, string];
      await editActivity(ctx, { activityId: run, edit: { kind: "title", value: "On foot" } });
      await editActivity(ctx, { activityId: ride, edit: { kind: "effort", value: 3 } });
      await editActivity(ctx, { activityId: run, edit: { kind: "effort", value: 7 } });
      await drain();
      const rated = await activitiesOf(ctx);
      const loadsBefore = await loads(ctx);

      await joinActivities(ctx, { activityId: ride, otherId: run });
      await drain();
      expect((await activitiesOf(ctx)).map((row) => row.id)).toEqual([ride]);
      const recordings = await ctx.tx((tx) => activityRecordings(tx, ride));
      expect(recordings.map((one) => one.joinedBy).sort()).toEqual(["athlete", "import"]);

      const joined = recordings.find((one) => one.joinedBy === "athlete");
      const undone = await separateRecording(ctx, {
        activityId: ride,
        recordingId: joined?.id ?? "",
      });
      await drain();
      expect(undone.activityId).toBe(run);
      expect(await activitiesOf(ctx)).toEqual(rated);
      expect(await loads(ctx)).toEqual(loadsBefore);
    });

    it("is refused for activities of other times, and of other athletes", async () => {
      const ctx = await newAthlete();
      const later = bikeComputerFile(addDays(day, 1));
      await importForTest(ctx, { "computer.fit": computer, "later.fit": later });
      const [a, b] = (await activitiesOf(ctx)).map((row) => String(row.id)) as [string, string];
      await expect(joinActivities(ctx, { activityId: a, otherId: b })).rejects.toMatchObject({
        code: "conflict",
      });
      const stranger = await alone(watch);
      const theirs = String((await activitiesOf(stranger))[0]?.id);
      const [recording] = await stranger.tx((tx) => activityRecordings(tx, theirs));
      const refused = { code: "not_found" };
      await expect(joinActivities(ctx, { activityId: a, otherId: theirs })).rejects.toMatchObject(
        refused,
      );
      await expect(joinActivities(ctx, { activityId: theirs, otherId: a })).rejects.toMatchObject(
        refused,
      );
      await expect(
        separateRecording(ctx, { activityId: theirs, recordingId: recording?.id ?? "" }),
      ).rejects.toMatchObject(refused);
      expect(await activitiesOf(stranger)).toHaveLength(1);
    });
  });
});
