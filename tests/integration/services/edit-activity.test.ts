import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityEdits } from "@/db/queries/activity-edits";
import { activityStreams } from "@/db/queries/activity-streams";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { morningOn } from "@/db/queries/morning-on";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { newId } from "@/lib/ids";
import { startRunningJobs, stopRunningJobs } from "@/lib/runtime/running-jobs";
import { addThreshold } from "@/lib/services/add-threshold";
import { editActivity } from "@/lib/services/edit-activity";
import { registerUser } from "@/lib/services/register-user";
import { undoActivityEdit } from "@/lib/services/undo-activity-edit";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { fitFileOf, sleepPayload } from "../../support/training-files";

vi.setConfig({ testTimeout: 120_000 });

// Read once per process, so both databases share the folder.
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-edits-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const TIME_ZONE = "Europe/Paris";

eachDatabase("editing an activity", (databases) => {
  const today = localDayAt(new Date(), TIME_ZONE);
  const day = addDays(today, -4);
  const ride = fitFileOf(day, "cycling");
  let ctx: AthleteContext;
  let activityId: string;
  let athletes = 0;

  beforeAll(async () => {
    setDatabase(await databases.create());
  });
  afterAll(async () => {
    await stopRunningJobs();
    setDatabase(null);
  });
  beforeEach(async () => {
    athletes += 1;
    const email = `edits-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: TIME_ZONE }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
    activityId = await importRide({ "ride.fit": ride });
  });

  async function importRide(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
    const { rows } = await importForTest(ctx, files);
    const id = rows[0]?.activities[0];
    if (id === undefined) throw new Error("the ride was not imported");
    return id;
  }
  const edit = (value: ActivityEdit) => editActivity(ctx, { activityId, edit: value });
  const undo = (editId: string) => undoActivityEdit(ctx, { activityId, editId });
  const journal = () => ctx.tx((tx) => activityEdits(tx, activityId));
  const newest = async () => (await journal()).at(-1)?.id ?? "";
  async function stored() {
    const found = await ctx.tx((tx) => activityDetail(tx, activityId));
    if (found === null) throw new Error("the activity is gone");
    const { analysedAt: _, ...rest } = found;
    return rest;
  }
  const streams = () => ctx.tx((tx) => activityStreams(tx, activityId));
  async function drain() {
    const jobs = await startRunningJobs();
    jobs.wake();
    await jobs.drain();
  }
  /** Load by sport on the day of the ride. */
  async function loadsOfDay() {
    const rows = await ctx.tx((tx) => dailyLoadsBetween(tx, day, day));
    return Object.fromEntries(rows.map((row) => [row.sport, row.load]));
  }

  it.each<readonly [string, ActivityEdit, Record<string, unknown>]>([
    ["title", { kind: "title", value: "Hill reps" }, { title: "Hill reps" }],
    ["sport", { kind: "sport", value: "running" }, { sport: "running" }],
    ["effort", { kind: "effort", value: 9 }, { rpe: 9 }],
    ["feel", { kind: "feel", value: 2 }, { feel: 2 }],
    ["note", { kind: "remark", value: "Legs like lead" }, { remark: "Legs like lead" }],
    ["load", { kind: "load_method", value: "duration" }, { loadMethod: "duration" }],
    ["stretch", { kind: "exclude", value: { fromS: 300, toS: 600 } }, { timerS: 600 }],
    [
      "bout",
      { kind: "bouts", value: [{ fromS: 60, toS: 240 }] },
      { intervals: { source: "athlete", bouts: [{ fromS: 60, toS: 240 }] } },
    ],
    ["sensor", { kind: "ignore_sensor", value: "power" }, { avgPowerW: null }],
  ])("applies a %s, and its undo leaves everything as it was", async (_, value, expected) => {
    const [before, streamsBefore] = [await stored(), await streams()];
    await edit(value);
    expect(await stored()).toMatchObject(expected);
    await undo(await newest());
    expect(await stored()).toEqual(before);
    expect(await streams()).toEqual(streamsBefore);
    expect(await journal()).toMatchObject([{ ...value, undoneAt: expect.any(Date) }]);
  });

  it("keeps the original beside what holds", async () => {
    const { title, sport, subSport, rpe } = await stored();
    await edit({ kind: "title", value: "Mine" });
    await edit({ kind: "sport", value: "hiking" });
    expect((await stored()).original).toEqual({ remark: null, title, sport, subSport, rpe });
  });

  it("goes back to the edit before when the newer one is undone", async () => {
    await edit({ kind: "title", value: "First" });
    await edit({ kind: "title", value: "Second" });
    await undo(await newest());
    expect((await stored()).title).toBe("First");
  });

  it("may undo an older edit that a newer one has covered", async () => {
    await edit({ kind: "title", value: "First" });
    const first = await newest();
    await edit({ kind: "title", value: "Second" });
    await undo(first);
    expect((await stored()).title).toBe("Second");
    await expect(undo(first)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves no row for an edit that changes nothing", async () => {
    const { title, sport } = await stored();
    await edit({ kind: "title", value: title });
    await edit({ kind: "sport", value: sport });
    await edit({ kind: "exclude", value: { fromS: 300, toS: 600 } });
    await edit({ kind: "exclude", value: { fromS: 400, toS: 500 } });
    expect(await journal()).toHaveLength(1);
  });

  it("leaves a gap in the streams, without power, distance or time", async () => {
    await edit({ kind: "exclude", value: { fromS: 300, toS: 600 } });
    const after = await streams();
    const gap = [...Array(300).keys()].map((i) => i + 300);
    expect(gap.every((s) => after?.timerOn[s] === 0)).toBe(true);
    expect(gap.slice(1).every((s) => after?.channels.powerW?.valid[s] === 0)).toBe(true);
    const { distanceM, metrics } = await stored();
    expect(metrics.distance?.value).toBeCloseTo(distanceM ?? 0, 6);
    expect(after?.channels.distanceM?.values[899]).toBeCloseTo(distanceM ?? 0, -2);
  });

  it("refuses to leave nothing, and says what to do", async () => {
    await expect(edit({ kind: "exclude", value: { fromS: 0, toS: 900 } })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("shorter"),
    });
    expect(await journal()).toEqual([]);
  });

  it("carries a change of sport into the days and the mornings that follow", async () => {
    await importForTest(ctx, { "night.json": sleepPayload(today, 62) });
    await addThreshold(ctx, { kind: "ftp_w", sport: "cycling", value: 230, validFrom: day });
    await drain();
    const rode = await loadsOfDay();
    const morning = await ctx.tx((tx) => morningOn(tx, today));
    expect((await stored()).loadMethod).toBe("tss");
    await edit({ kind: "sport", value: "running" });
    await drain();
    const { load, loadMethod } = await stored();
    expect(loadMethod).not.toBe("tss");
    expect(await loadsOfDay()).toEqual({ all: load, running: load });
    const later = await ctx.tx((tx) => morningOn(tx, today));
    expect(later?.inputs).not.toEqual(morning?.inputs);
    await undo(await newest());
    await drain();
    expect(await loadsOfDay()).toEqual(rode);
  });

  it("survives an analysis with another threshold", async () => {
    await edit({ kind: "exclude", value: { fromS: 300, toS: 600 } });
    await edit({ kind: "effort", value: 9 });
    await edit({ kind: "title", value: "Mine" });
    await edit({ kind: "bouts", value: [{ fromS: 60, toS: 240 }] });
    await addThreshold(ctx, { kind: "ftp_w", sport: "cycling", value: 230, validFrom: day });
    await drain();
    const { timerS, rpe, title, loadMethod, intervals } = await stored();
    expect(intervals).toMatchObject({ source: "athlete", bouts: [{ fromS: 60, toS: 240 }] });
    expect({ timerS, rpe, title, loadMethod }).toEqual({
      ...{ timerS: 600, rpe: 9, title: "Mine", loadMethod: "tss" },
    });
  });

  it("survives the same file and another file of the same activity", async () => {
    await edit({ kind: "sport", value: "running" });
    const before = await stored();
    const { rows } = await importForTest(ctx, {
      "again.fit": ride,
      "cut.fit": ride.subarray(0, Math.floor(ride.length * 0.8)),
    });
    expect(rows.map((row) => row.outcome)).toEqual(["duplicate", "duplicate"]);
    const { files: _files, ...after } = await stored();
    const { files: _before, ...expected } = before;
    expect(after).toEqual(expected);
  });

  it("counts both of two edits that are made at the same time", async () => {
    await Promise.all([
      edit({ kind: "exclude", value: { fromS: 0, toS: 100 } }),
      edit({ kind: "exclude", value: { fromS: 500, toS: 600 } }),
      edit({ kind: "effort", value: 7 }),
      edit({ kind: "ignore_sensor", value: "power" }),
    ]);
    expect(await stored()).toMatchObject({ timerS: 700, rpe: 7, avgPowerW: null });
    expect(await journal()).toHaveLength(4);
  });

  describe("knows no activity and no edit that is not there", () => {
    it.each<ActivityEdit>([
      { kind: "effort", value: 5 },
      { kind: "sport", value: "running" },
    ])("$kind", async (value) => {
      const nobodys = { activityId: newId(), edit: value };
      await expect(editActivity(ctx, nobodys)).rejects.toMatchObject({ code: "not_found" });
    });

    it("undo", async () => {
      await expect(undo(newId())).rejects.toMatchObject({ code: "not_found" });
    });
  });
});
