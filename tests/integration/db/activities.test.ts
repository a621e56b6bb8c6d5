import { beforeAll, describe, expect, it } from "vitest";
import { addActivityEdit } from "@/db/mutations/add-activity-edit";
import { type ActivityRow, saveActivity } from "@/db/mutations/save-activity";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { updateActivityAnalysis } from "@/db/mutations/update-activity-analysis";
import {
  type ActivityToReanalyse,
  activitiesForReanalysis,
} from "@/db/queries/activities-for-reanalysis";
import { activitiesOfSource } from "@/db/queries/activities-of-source";
import { activityEdits } from "@/db/queries/activity-edits";
import { dailyLoadInputs } from "@/db/queries/daily-load-inputs";
import { findOverlappingActivity } from "@/db/queries/find-overlapping-activity";
import { runAsAthlete } from "@/db/run-as-athlete";
import { activities, activityStreams } from "@/db/schema";
import type { RunAsAthlete } from "@/db/scope";
import { localDate } from "@/lib/dates/local-date";
import { newId } from "@/lib/ids";
import { activityRow } from "@/tests/support/activity-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase, type TestDatabases } from "@/tests/support/test-databases";

const STREAMS = { codec: "columns-1", lengthS: 3, content: new Uint8Array([0, 255, 7]) };

async function newAthlete(databases: TestDatabases): Promise<RunAsAthlete> {
  const database = await databases.create();
  return runAsAthlete(database, (await createTestAthlete(database)).athleteId);
}

async function newSource(run: RunAsAthlete): Promise<string> {
  const sha256 = newId().replaceAll("-", "").repeat(2);
  const file = { sha256, kind: "fit", byteLength: 3, content: new Uint8Array([9]) } as const;
  return (await run((tx) => storeSourceFile(tx, file))).id;
}

async function saved(run: RunAsAthlete, changes: Partial<ActivityRow> = {}): Promise<string> {
  const activity = activityRow(await newSource(run), changes);
  return (await run((tx) => saveActivity(tx, { activity, streams: null }))).id;
}

eachDatabase("activities", (databases) => {
  it("saves a session once and then replaces it as a whole; its journal of edits stays", async () => {
    const run = await newAthlete(databases);
    const source = await newSource(run);
    const first = await run((tx) =>
      saveActivity(tx, { activity: activityRow(source, { rpe: 4 }), streams: STREAMS }),
    );
    await run((tx) => addActivityEdit(tx, first.id, { kind: "title", value: "With Ana" }));
    const again = activityRow(source, { title: "With Ana", load: 71 });
    const second = await run((tx) => saveActivity(tx, { activity: again, streams: STREAMS }));
    expect([first.isNew, second.isNew, second.id]).toEqual([true, false, first.id]);
    const [row] = await run(({ db }) => db.select().from(activities));
    expect(row).toMatchObject({ title: "With Ana", rpe: null, load: 71 });
    expect(await run((tx) => activityEdits(tx, first.id))).toHaveLength(1);
    const [streams] = await run(({ db }) => db.select().from(activityStreams));
    expect([...(streams?.content ?? [])]).toEqual([0, 255, 7]);
    expect(await run((tx) => activitiesOfSource(tx, source))).toEqual([
      { id: first.id, day: "2026-03-10" },
    ]);
  });

  it("replaces an analysis with its streams", async () => {
    const run = await newAthlete(databases);
    const id = await saved(run);
    const analysis = { load: 80, loadMethod: "tss" as const, analysedAt: new Date(0) };
    await run((tx) => updateActivityAnalysis(tx, id, analysis, STREAMS));
    const [row] = await run(({ db }) => db.select().from(activities));
    expect(row).toMatchObject({ load: 80, loadMethod: "tss", title: "Morning run" });
    expect(await run(({ db }) => db.select().from(activityStreams))).toHaveLength(1);
    await run((tx) => updateActivityAnalysis(tx, id, analysis, null));
    expect(await run(({ db }) => db.select().from(activityStreams))).toEqual([]);
  });

  it("pages through what must be analysed again, each activity once", async () => {
    const run = await newAthlete(databases);
    const starts = ["09", "10", "11", "11", "12"];
    for (const [i, day] of starts.entries()) {
      const startedAt = new Date(`2026-03-${day}T06:00:00Z`);
      await saved(run, { day: localDate(`2026-03-${day}`), startedAt, title: `${i}` });
    }
    const seen: string[] = [];
    const fromDay = localDate("2026-03-10");
    for (let after: string | null = null; ; ) {
      const page: { fromDay: typeof fromDay; after: string | null; limit: number } = {
        fromDay,
        after,
        limit: 2,
      };
      const part: ActivityToReanalyse[] = await run((tx) => activitiesForReanalysis(tx, page));
      seen.push(...part.map((activity) => activity.id));
      after = part.at(-1)?.id ?? null;
      if (part.length < 2) break;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  it("adds loads up by day and sport, and says which activities have none", async () => {
    const run = await newAthlete(databases);
    await saved(run, { load: 40.5 });
    await saved(run, { load: null, loadMethod: null, startedAt: new Date("2026-03-10T16:00:00Z") });
    await saved(run, { sport: "yoga", load: null, loadMethod: null });
    const day = "2026-03-10";
    expect(await run((tx) => dailyLoadInputs(tx))).toEqual([
      { day, sport: "running", load: 40.5, durationS: 7000, activities: 2, withoutLoad: 1 },
      { day, sport: "yoga", load: null, durationS: 3500, activities: 1, withoutLoad: 1 },
    ]);
    expect(await run((tx) => dailyLoadInputs(tx, localDate("2026-03-11")))).toEqual([]);
  });

  describe("duplicates (SIG-8)", () => {
    let run: RunAsAthlete;
    let id: string;
    beforeAll(async () => {
      run = await newAthlete(databases);
      id = await saved(run);
    });
    const at = (time: string) => new Date(`2026-03-10T${time}Z`);
    const match = async (sport: "running" | "cycling", startedAt: Date, elapsedS: number) =>
      (await run((tx) => findOverlappingActivity(tx, { sport, startedAt, elapsedS })))?.id ?? null;

    it.each([
      ["the same start", "06:00:00", 3600, true],
      ["a start two minutes later", "06:02:00", 300, true],
      ["a start two minutes earlier, and short", "05:58:00", 60, true],
      ["just over half shared", "06:29:00", 3600, true],
      ["half shared", "06:30:00", 3600, false],
      ["a part inside", "06:20:00", 600, true],
      ["a recording around it", "05:00:00", 9000, true],
      ["the next hour", "07:00:00", 3600, false],
      ["the hour before", "04:50:00", 3600, false],
    ])("%s", async (_, time, elapsedS, isSame) => {
      expect(await match("running", at(time), elapsedS)).toBe(isSame ? id : null);
    });

    it("needs the same sport", async () => {
      expect(await match("cycling", at("06:00:00"), 3600)).toBeNull();
    });

    it("spares sessions of the same file", async () => {
      const [row] = await run(({ db }) => db.select().from(activities));
      const span = {
        sport: "running",
        startedAt: at("06:00:00"),
        elapsedS: 3600,
        exceptSourceFileId: row?.sourceFileId ?? "",
      } as const;
      expect(await run((tx) => findOverlappingActivity(tx, span))).toBeNull();
    });
  });
});
