import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { setDatabase } from "@/db/client";
import { recordResponse } from "@/db/mutations/record-response";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityStreams } from "@/db/queries/activity-streams";
import {
  type AthleteContext,
  athleteContextForCommandLine,
  systemContext,
} from "@/lib/auth/context";
import { LOCAL_ORIGIN } from "@/lib/auth/request-origin";
import { localDate } from "@/lib/dates/local-date";
import { stopRunningJobs } from "@/lib/runtime/running-jobs";
import { editActivity } from "@/lib/services/edit-activity";
import { plannedAgainstDone } from "@/lib/services/planned-against-done";
import { reanalyzeActivities } from "@/lib/services/reanalyze-activities";
import { registerUser } from "@/lib/services/register-user";
import { respondToRecommendation } from "@/lib/services/respond-to-recommendation";
import type { RecommendedWorkout, WorkoutStep } from "@/lib/training/plan/workout-types";
import { importForTest } from "../../support/import-for-test";
import { eachDatabase } from "../../support/test-databases";
import { trainerRide } from "../../support/workout-file";

vi.setConfig({ testTimeout: 120_000 });

// Read once per process, so both databases share the folder.
const dataDir = mkdtempSync(path.join(tmpdir(), "formline-planned-"));
vi.stubEnv("FORMLINE_DATA_DIR", dataDir);
vi.stubEnv("LOG_LEVEL", "error");
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const DAY = localDate("2026-03-10");
const MORNING = new Date("2026-03-10T07:00:00Z");
const EVENING = new Date("2026-03-10T17:00:00Z");
const TWO_BY_FIVE = [
  [150, 600],
  [250, 300],
  [120, 120],
  [250, 300],
  [120, 120],
  [120, 300],
] as const;
const LAP_STEPS = [0, 1, 2, 1, 2, 4];

const step = (kind: WorkoutStep["kind"], durationS: number, low: number, high: number) => ({
  ...{ kind, durationS },
  target: { kind: "power", low, high, zone: 4 } as const,
});
const WORKOUT: RecommendedWorkout = {
  ...{ templateId: "t", title: "Threshold intervals", sport: "cycling", purpose: "" },
  ...{ durationS: 1740, load: 40, intensity: "hard" },
  steps: [
    ...[step("warmup", 600, 140, 160), step("work", 300, 240, 260)],
    ...[step("recovery", 120, 110, 130), step("work", 300, 240, 260)],
    ...[step("recovery", 120, 110, 130), step("cooldown", 300, 110, 130)],
  ],
};

eachDatabase("planned against done", (databases) => {
  let ctx: AthleteContext;
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
    const email = `planned-${athletes}@example.test`;
    const account = { email, name: "Ada", password: "a-long-enough-pass-phrase" };
    await registerUser(systemContext(), { ...account, timeZone: "Europe/Paris" }, LOCAL_ORIGIN);
    ctx = await athleteContextForCommandLine(email);
  });

  async function importRides(files: Readonly<Record<string, Uint8Array>>): Promise<string[]> {
    const { rows } = await importForTest(ctx, files);
    const ids = new Map(rows.map((row) => [row.file, row.activities[0] ?? ""]));
    return Object.keys(files).map((name) => ids.get(name) ?? "");
  }
  async function planned(activityId: string) {
    const activity = await ctx.tx((tx) => activityDetail(tx, activityId));
    const streams = await ctx.tx((tx) => activityStreams(tx, activityId));
    if (activity === null) throw new Error("the activity is gone");
    return plannedAgainstDone(ctx, activity, streams);
  }
  async function outcomes(activityId: string) {
    const found = await planned(activityId);
    if (found === null || found.origin === "elsewhere") throw new Error("nothing was planned");
    const { alignment } = found;
    return alignment.source === "none"
      ? alignment.reason
      : [alignment.source, ...alignment.steps.map(({ status }) => status)];
  }
  async function recommend(
    workout: RecommendedWorkout | null,
    original: RecommendedWorkout | null,
  ) {
    const recommendation = { workout, original, rationale: [], formula: "PLN-1W@1" };
    const row = { day: DAY, recovery: {}, decision: { signals: [] }, recommendation, inputs: {} };
    await ctx.tx((tx) =>
      saveMornings(tx, [{ ...row, computedAt: MORNING } as unknown as MorningRow]),
    );
  }
  const respond = (response: "accepted" | "kept" | "skipped") =>
    respondToRecommendation(ctx, { day: DAY, response });

  it("holds a recording against the workout in its own file, also analysed again", async () => {
    const [id = ""] = await importRides({ "a.fit": trainerRide(MORNING, TWO_BY_FIVE, LAP_STEPS) });
    const all = ["steps", "done", "done", "done", "done", "done", "done"];
    expect(await outcomes(id)).toEqual(all);
    expect(await planned(id)).toMatchObject({ origin: "device", plan: { title: "Two by five" } });
    // As it was stored before workouts were kept.
    await ctx.tx((tx) =>
      tx.db.execute(sql`update activities set workout = null, laps = '[]' where id = ${id}`),
    );
    expect(await planned(id)).toBeNull();
    await reanalyzeActivities(ctx, { fromDay: DAY, after: null });
    expect(await outcomes(id)).toEqual(all);
  });

  it("follows the athlete's edits", async () => {
    const [id = ""] = await importRides({ "a.fit": trainerRide(MORNING, TWO_BY_FIVE, LAP_STEPS) });
    const edit = { kind: "exclude", value: { fromS: 1100, toS: 1320 } } as const;
    await editActivity(ctx, { activityId: id, edit });
    expect(await outcomes(id)).toEqual(["steps", "done", "done", "done", "partly", "done", "done"]);
  });

  it("links the accepted workout to the activity nearest to it in time, and names it on the others", async () => {
    const [shorter = "", long = ""] = await importRides({
      "short.fit": trainerRide(MORNING, [[150, 900]]),
      "long.fit": trainerRide(EVENING, TWO_BY_FIVE),
    });
    await recommend(WORKOUT, null);
    expect(await planned(long)).toBeNull();
    await respond("accepted");
    expect(await outcomes(long)).toEqual(["output", ...WORKOUT.steps.map(() => "done")]);
    expect(await planned(long)).toMatchObject({
      ...{ origin: "accepted", plan: { title: "Threshold intervals" } },
    });
    expect(await planned(shorter)).toMatchObject({ origin: "elsewhere", done: { id: long } });
    await editActivity(ctx, { activityId: long, edit: { kind: "sport", value: "hiking" } });
    expect(await planned(long)).toBeNull();
    expect(await outcomes(shorter)).toMatch(/work steps/);
    await respond("skipped");
    expect(await planned(shorter)).toBeNull();
  });

  it("takes the workout that was swapped in", async () => {
    const [id = ""] = await importRides({ "a.fit": trainerRide(EVENING, TWO_BY_FIVE) });
    await recommend(null, null);
    await ctx.tx((tx) =>
      recordResponse(tx, DAY, { response: "swapped", chosen: WORKOUT, respondedAt: EVENING }),
    );
    expect(await planned(id)).toMatchObject({
      ...{ origin: "accepted", plan: { title: "Threshold intervals" } },
    });
  });

  it("takes the workout that was kept instead of the eased one", async () => {
    const [id = ""] = await importRides({ "a.fit": trainerRide(EVENING, TWO_BY_FIVE) });
    await recommend(null, WORKOUT);
    await respond("accepted");
    expect(await planned(id)).toBeNull();
    await respond("kept");
    expect(await outcomes(id)).toEqual(["output", ...WORKOUT.steps.map(() => "done")]);
  });
});
