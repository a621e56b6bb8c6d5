import { beforeAll, expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { saveActivity } from "@/db/mutations/save-activity";
import { storeSourceFile } from "@/db/mutations/store-source-file";
import { strengthSets } from "@/db/queries/strength-sets";
import { type TotalsPeriod, trainingTotals } from "@/db/queries/training-totals";
import { runAsAthlete } from "@/db/run-as-athlete";
import type { RunAsAthlete } from "@/db/scope";
import { localDate } from "@/lib/dates/local-date";
import type { RecordedSet } from "@/lib/training/activity/activity-types";
import { activityRow } from "@/tests/support/activity-row";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase } from "@/tests/support/test-databases";

type Changes = NonNullable<Parameters<typeof activityRow>[1]>;

const zones = (seconds: number[]) => ({
  boundaries: [],
  seconds,
  unit: "W",
  formula: "ZONE-1@1",
});

const squats = (repetitions: number | null, weightKg: number | null): RecordedSet => ({
  startS: 0,
  durationS: 40,
  isActive: true,
  exercise: "barbellBackSquat",
  repetitions,
  weightKg,
});

/** Sunday 1 and Monday 2 March lie in different weeks that begin on Monday; April is another month. */
const DONE: Changes[] = [
  {
    day: localDate("2026-03-01"),
    timerS: 3600,
    distanceM: 10_000,
    ascentM: 100,
    load: 60,
    deviceValues: { energyKcal: 700 },
    timeInZone: { heartRate: zones([1, 2, 3, 4, 5, 6, 7]), pace: zones([10, 20, 30, 40, 50, 60]) },
  },
  {
    day: localDate("2026-03-02"),
    timerS: 1800,
    distanceM: 5000,
    ascentM: null,
    load: null,
    timeInZone: { heartRate: zones([100, 0, 0, 0, 0, 0, 0]) },
  },
  {
    day: localDate("2026-03-02"),
    sport: "strength",
    timerS: 2400,
    distanceM: 0,
    load: 20,
    sets: [
      squats(5, 80),
      squats(5, 80),
      squats(8, null),
      { ...squats(null, null), isActive: false },
    ],
  },
  { day: localDate("2026-04-10"), timerS: 600, distanceM: 2000, load: 10 },
];

eachDatabase("totals", (databases) => {
  let database: OpenDatabase;
  let run: RunAsAthlete;

  beforeAll(async () => {
    database = await databases.create();
    run = runAsAthlete(database, (await createTestAthlete(database)).athleteId);
    await run(async (tx) => {
      const { id } = await storeSourceFile(tx, {
        sha256: "c".repeat(64),
        kind: "fit",
        byteLength: 1,
        content: Uint8Array.of(1),
      });
      for (const [sessionIndex, changes] of DONE.entries()) {
        const activity = activityRow(id, { sessionIndex, ...changes });
        await saveActivity(tx, { activity, streams: null });
      }
    });
  });

  function totals(period: TotalsPeriod, firstWeekday = 1, from: string | null = null) {
    const to = localDate("2026-04-30");
    const wanted = { period, from: from === null ? null : localDate(from), to, firstWeekday };
    return run((tx) => trainingTotals(tx, wanted));
  }

  it("adds up by week, from the athlete's own first weekday", async () => {
    const starts = async (firstWeekday: number) =>
      (await totals("week", firstWeekday)).map(({ from, sport }) => `${from} ${sport}`);
    expect(await starts(1)).toEqual([
      "2026-02-23 running",
      "2026-03-02 running",
      "2026-03-02 strength",
      "2026-04-06 running",
    ]);
    expect(await starts(7)).toEqual([
      "2026-03-01 running",
      "2026-03-01 strength",
      "2026-04-05 running",
    ]);
  });

  it("keeps what is missing missing, and counts it", async () => {
    const [march, strength, april] = await totals("month");
    expect(march).toMatchObject({
      from: "2026-03-01",
      sport: "running",
      activities: 2,
      timerS: 5400,
      distanceM: 15_000,
      ascentM: 100,
      load: 60,
      withoutLoad: 1,
      energyKcal: 700,
      withoutEnergy: 1,
    });
    expect(strength).toMatchObject({ sport: "strength", distanceM: null, ascentM: null, load: 20 });
    expect(april).toMatchObject({ from: "2026-04-01", energyKcal: null, withoutEnergy: 1 });
  });

  it("takes one kind of zones of each activity: pace before heart rate", async () => {
    const [march, , april] = await totals("month");
    expect(march?.zoneSeconds).toEqual([110, 20, 30, 40, 50, 60, 0]);
    expect(april?.zoneSeconds).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("holds a year in a row for each sport, and begins where it is told to", async () => {
    const year = await totals("year");
    expect(year.map(({ from, sport, activities }) => [from, sport, activities])).toEqual([
      ["2026-01-01", "running", 3],
      ["2026-01-01", "strength", 1],
    ]);
    expect((await totals("year", 1, "2026-04-01")).map(({ timerS }) => timerS)).toEqual([600]);
  });

  it("puts equal working sets together and leaves rests out", async () => {
    const sets = await run((tx) => strengthSets(tx));
    expect(
      sets.map(({ repetitions, weightKg, sets: count }) => [repetitions, weightKg, count]),
    ).toEqual([
      [5, 80, 2],
      [8, null, 1],
    ]);
    expect(sets[0]).toMatchObject({ exercise: "barbellBackSquat", day: "2026-03-02" });
  });

  it("gives nothing of another athlete", async () => {
    const other = runAsAthlete(database, (await createTestAthlete(database)).athleteId);
    const wanted = {
      period: "year",
      from: null,
      to: localDate("2026-04-30"),
      firstWeekday: 1,
    } as const;
    expect(await other((tx) => trainingTotals(tx, wanted))).toEqual([]);
    expect(await other((tx) => strengthSets(tx))).toEqual([]);
  });
});
