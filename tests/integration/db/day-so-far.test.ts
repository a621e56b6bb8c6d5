import { beforeEach, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { daySoFar } from "@/db/queries/day-so-far";
import { runAsAthlete } from "@/db/run-as-athlete";
import { activities } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { addDays, localDate } from "@/lib/dates/local-date";
import { activityRow } from "@/tests/support/activity-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

const DAY = localDate("2026-11-21");
const NOTHING = { hasData: false, hasCheckIn: false, hasTrained: false, hasSlept: false };

eachDatabase("what has come of a day so far", (databases) => {
  let run: <Result>(work: (tx: AthleteTx) => Promise<Result>) => Promise<Result>;
  beforeEach(async () => {
    const database: OpenDatabase = await databases.create();
    run = runAsAthlete(database, (await createTestAthlete(database)).athleteId);
  });
  const soFar = () => run((tx) => daySoFar(tx, DAY));
  const night = (day: typeof DAY, values: object) =>
    run((tx) => mergeWellnessDays(tx, [{ day, source: "garmin:sleep", ...values }]));

  it("is nothing before the first data, and tells nights of before from the last", async () => {
    expect(await soFar()).toEqual(NOTHING);
    await night(addDays(DAY, -1), { sleepS: 27_000 });
    expect(await soFar()).toEqual({ ...NOTHING, hasData: true });
    await night(DAY, { restingHrBpm: 50 });
    expect(await soFar(), "no night yet").toMatchObject({ hasSlept: false });
    await night(DAY, { hrvRmssdMs: 60 });
    expect(await soFar()).toMatchObject({ hasSlept: true });
  });

  it("has the check-in and the training of that day alone", async () => {
    const given = { ...{ readiness: 4, soreness: 4, mood: 4, stress: 4 }, note: null };
    const checkIn = (day: typeof DAY) =>
      run((tx) => saveCheckIn(tx, { ...given, hasSymptoms: false, day }, new Date()));
    const ride = (day: typeof DAY) =>
      run(({ db, athleteId }) => {
        const startedAt = new Date(`${day}T08:00:00Z`);
        const { sourceFileId: _, ...row } = activityRow("", { day, startedAt });
        return db.insert(activities).values({ ...row, athleteId });
      });
    await checkIn(addDays(DAY, -1));
    await ride(addDays(DAY, -1));
    expect(await soFar()).toMatchObject({ hasCheckIn: false, hasTrained: false });
    await checkIn(DAY);
    await ride(DAY);
    expect(await soFar()).toMatchObject({ hasCheckIn: true, hasTrained: true });
  });
});
