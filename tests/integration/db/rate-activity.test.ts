import { beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { saveActivity } from "@/db/mutations/save-activity";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { activityDetail } from "@/db/queries/activity-detail";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import { jobEvents } from "@/db/schema/jobs";
import type { RunAsAthlete } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { newId } from "@/lib/ids";
import { rateActivity } from "@/lib/services/rate-activity";
import { renameActivity } from "@/lib/services/rename-activity";
import { activityRow } from "@/tests/support/activity-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

eachDatabase("rating and renaming an activity", (databases) => {
  let database: OpenDatabase;
  let run: RunAsAthlete;
  let ctx: AthleteContext;
  let activityId: string;

  beforeAll(async () => {
    database = await databases.create();
    const { athleteId } = await createTestAthlete(database);
    run = runAsAthlete(database, athleteId);
    ctx = { athleteId, tx: run } as AthleteContext;
    activityId = await run(async (tx) => {
      const source = await storeSourceFile(tx, {
        sha256: "b".repeat(64),
        kind: "fit",
        byteLength: 1,
        content: Uint8Array.of(1),
      });
      const duration = { method: "duration", load: 40, formula: "HR-5@1" } as const;
      const activity = activityRow(source.id, {
        sport: "strength",
        timerS: 3600,
        load: 40,
        loadMethod: "duration",
        loads: [duration],
      });
      return (await saveActivity(tx, { activity, streams: null })).id;
    });
  });

  const stored = () => run((tx) => activityDetail(tx, activityId));
  const changedDays = async () => {
    const sent = await runAsSystem(database)(({ db }) => db.select().from(jobEvents));
    return sent.filter((event) => event.name === "days/changed").map((event) => event.data);
  };

  it("lets felt effort count where it is the better measure, and tells the days", async () => {
    // One hour at 8 of 10 is 100 by definition.
    await rateActivity(ctx, { activityId, rpe: 8 });
    expect(await stored()).toMatchObject({ rpe: 8, load: 100, loadMethod: "srpe" });
    expect(await changedDays()).toEqual([{ athleteId: ctx.athleteId, fromDay: "2026-03-10" }]);
  });

  it("does nothing for the same rating again", async () => {
    await rateActivity(ctx, { activityId, rpe: 8 });
    expect(await changedDays()).toHaveLength(1);
  });

  it("goes back to what was before when the rating is taken back", async () => {
    await rateActivity(ctx, { activityId, rpe: null });
    expect(await stored()).toMatchObject({ rpe: null, load: 40, loadMethod: "duration" });
    expect(await changedDays()).toHaveLength(2);
  });

  it("keeps the athlete's own title", async () => {
    await renameActivity(ctx, { activityId, title: "Heavy Monday" });
    expect((await stored())?.title).toBe("Heavy Monday");
  });

  it("knows no activity that is not there", async () => {
    const nobody = newId();
    await expect(rateActivity(ctx, { activityId: nobody, rpe: 5 })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(renameActivity(ctx, { activityId: nobody, title: "Mine" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
