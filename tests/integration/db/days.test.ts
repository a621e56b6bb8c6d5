import { expect, it } from "vitest";
import type { OpenDatabase } from "@/db/client";
import { advanceMornings } from "@/db/mutations/advance-mornings";
import { deleteThreshold } from "@/db/mutations/delete-threshold";
import { mergeWellnessDays } from "@/db/mutations/merge-wellness-days";
import { recordResponse } from "@/db/mutations/record-response";
import { rescheduleMorning } from "@/db/mutations/reschedule-morning";
import { type DailyLoadRow, saveDailyLoads } from "@/db/mutations/save-daily-loads";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { saveThreshold } from "@/db/mutations/save-threshold";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { dueMornings } from "@/db/queries/due-mornings";
import { lastComputedDay } from "@/db/queries/last-computed-day";
import { morningOn } from "@/db/queries/morning-on";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import { wellnessChoices } from "@/db/queries/wellness-choices";
import { wellnessWindow } from "@/db/queries/wellness-window";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import type { RunAsAthlete } from "@/db/scope";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import { createTestAthlete } from "@/tests/support/test-athlete";
import { eachDatabase, type TestDatabases } from "@/tests/support/test-databases";

const DAY = localDate("2026-03-10");
const NOW = new Date("2026-03-10T08:00:00Z");

async function newAthlete(
  databases: TestDatabases,
): Promise<{ database: OpenDatabase; run: RunAsAthlete }> {
  const database = await databases.create();
  const { athleteId } = await createTestAthlete(database);
  return { database, run: runAsAthlete(database, athleteId) };
}

function loadRow(day: LocalDate, sport: string, load: number): DailyLoadRow {
  const none = { ramp: null, monotony: null, strain: null, acwr: null };
  const series = { fitness: load / 3, fatigue: load / 7, form: -load / 9 };
  return { day, sport, load, durationS: 60, ...series, ...none, formula: "PMC-exp@1" };
}

function morningRow(recommendation: object): MorningRow {
  const { recovery, decision } = { recovery: { score: 70 }, decision: { decision: "go" } };
  return {
    day: DAY,
    recovery,
    decision,
    recommendation,
    inputs: {},
    computedAt: NOW,
  } as unknown as MorningRow;
}

eachDatabase("days", (databases) => {
  it("merges wellness: a field belongs to the source that first filled it", async () => {
    const { run } = await newAthlete(databases);
    const merge = (...observations: Parameters<typeof mergeWellnessDays>[1]) =>
      run(async (tx) => (await mergeWellnessDays(tx, observations)).days);
    const night = { day: DAY, source: "garmin:sleep", sleepS: 27000, sleepStartEpochS: 1773093600 };
    expect(await merge(night, { day: DAY, source: "garmin:hrv", hrvRmssdMs: 54 })).toEqual([DAY]);
    expect(await merge(night), "the same again").toEqual([]);
    expect(
      await merge({ day: DAY, source: "other", sleepS: 1, restingHrBpm: 47 }),
      "another source fills the gap only",
    ).toEqual([DAY]);
    expect(await merge({ day: DAY, source: "other", sleepS: 2 })).toEqual([]);
    expect(await merge({ ...night, sleepS: 27300.4 }), "a correction").toEqual([DAY]);
    expect(await merge({ day: DAY, source: "garmin:sleep" }), "says nothing").toEqual([]);
    const [row] = await run((tx) => wellnessWindow(tx, DAY, DAY));
    expect(row).toMatchObject({
      sleepS: 27300,
      sleepStartAt: new Date(1773093600_000),
      hrvRmssdMs: 54,
      hrvSource: "garmin:hrv",
      restingHrBpm: 47,
      stressAvg: null,
      sources: {
        sleepS: "garmin:sleep",
        sleepStartAt: "garmin:sleep",
        hrvRmssdMs: "garmin:hrv",
        restingHrBpm: "other",
      },
    });
  });

  it("keeps what several sources say side by side, with the reason for the one that counts", async () => {
    const { run } = await newAthlete(databases);
    const watch = { day: DAY, source: "garmin:sleep", sleepS: 27000, deepSleepS: 5400 };
    const phone = { day: DAY, source: "apple_health:sleep", sleepS: 28800, restingHrBpm: 51 };
    // In either order the same.
    for (const observation of [phone, watch])
      await run((tx) => mergeWellnessDays(tx, [observation]));
    const [row] = await run((tx) => wellnessWindow(tx, DAY, DAY));
    expect(row).toMatchObject({ deepSleepS: null, sleepS: 28800, restingHrBpm: 51 });
    expect(await run((tx) => wellnessChoices(tx, DAY))).toEqual([
      {
        field: "sleepS",
        reason: "The most complete night: 2 of 11 values.",
        values: [
          { source: "apple_health:sleep", value: 28800 },
          { source: "garmin:sleep", value: 27000 },
        ],
      },
    ]);
  });

  it("tells what two reports of one device agree on once", async () => {
    const { run } = await newAthlete(databases);
    const of = (source: string, restingHrBpm: number) => ({ day: DAY, source, restingHrBpm });
    const night = { ...of("garmin:sleep", 47), sleepS: 27000 };
    const said = [night, of("garmin:daily_summary", 47), of("apple_health:resting_hr", 51)];
    await run((tx) => mergeWellnessDays(tx, said));
    const choices = await run((tx) => wellnessChoices(tx, DAY));
    expect(choices.find(({ field }) => field === "restingHrBpm")?.values).toEqual([
      { source: "garmin:sleep", value: 47 },
      { source: "apple_health:resting_hr", value: 51 },
    ]);
  });

  it("merges years of wellness in few statements", async () => {
    const { database, run } = await newAthlete(databases);
    const years = Array.from({ length: 2500 }, (_, i) => ({
      day: addDays(DAY, -i),
      source: "garmin:daily",
      restingHrBpm: 45 + (i % 9),
    }));
    const before = database.roundTrips();
    const { days, oldFrom } = await run((tx) => mergeWellnessDays(tx, years));
    expect(days).toHaveLength(2500);
    expect(oldFrom).toBe(addDays(DAY, -2499));
    expect(database.roundTrips() - before).toBeLessThanOrEqual(8);
    expect(await run((tx) => mergeWellnessDays(tx, years))).toEqual({ days: [], oldFrom: null });
  });

  it("replaces the load series from a day on and leaves what is before", async () => {
    const { run } = await newAthlete(databases);
    expect(await run((tx) => lastComputedDay(tx))).toBeNull();
    const old = ["all", "yoga"].flatMap((sport) =>
      [0, 1, 2, 3].map((i) => loadRow(addDays(DAY, i), sport, 10 + i / 3)),
    );
    await run((tx) => saveDailyLoads(tx, DAY, old));
    const from = addDays(DAY, 2);
    await run((tx) => saveDailyLoads(tx, from, [loadRow(from, "all", 99)]));
    const stored = await run((tx) => dailyLoadsBetween(tx, DAY, addDays(DAY, 9)));
    expect(stored.filter((row) => row.sport === "all")).toEqual([
      old[0],
      old[1],
      loadRow(from, "all", 99),
    ]);
    expect(stored.filter((row) => row.sport === "yoga")).toEqual(old.slice(4, 6));
    expect(await run((tx) => lastComputedDay(tx))).toBe(from);
    const early = run((tx) => saveDailyLoads(tx, from, [loadRow(DAY, "all", 1)]));
    await expect(early).rejects.toThrow("lies before");
  });

  it("saves ten years of five sports in two statements", async () => {
    const { database, run } = await newAthlete(databases);
    const rows = ["all", "running", "cycling", "swimming", "strength"].flatMap((sport) =>
      Array.from({ length: 3650 }, (_, i) => loadRow(addDays(DAY, i), sport, i % 120)),
    );
    const before = database.roundTrips();
    await run((tx) => saveDailyLoads(tx, DAY, rows));
    expect(database.roundTrips() - before).toBeLessThanOrEqual(6);
    const last = addDays(DAY, 3649);
    expect(await run((tx) => dailyLoadsBetween(tx, DAY, last))).toHaveLength(rows.length);
  });

  it("keeps a response while the recommendation that it answers stays", async () => {
    const { run } = await newAthlete(databases);
    const ACCEPTED = { response: "accepted", chosen: null, respondedAt: NOW } as const;
    const unknown = run((tx) => recordResponse(tx, DAY, ACCEPTED));
    await expect(unknown).rejects.toMatchObject({ code: "not_found" });
    await run((tx) => saveMornings(tx, [morningRow({ workout: "tempo" })]));
    await run((tx) => recordResponse(tx, DAY, ACCEPTED));
    await run((tx) => saveMornings(tx, [morningRow({ workout: "tempo" })]));
    expect(await run((tx) => morningOn(tx, DAY))).toMatchObject({
      response: "accepted",
      respondedAt: NOW,
    });
    await run((tx) => saveMornings(tx, [morningRow({ workout: "rest" })]));
    expect(await run((tx) => morningOn(tx, DAY))).toMatchObject({
      response: null,
      respondedAt: null,
    });
  });

  it("finds the capacities that hold on a day, the sport's own first", async () => {
    const { run } = await newAthlete(databases);
    const save = (kind: "ftp_w" | "threshold_hr_bpm", value: number, validFrom: string) =>
      run((tx) => saveThreshold(tx, { kind, value, validFrom: localDate(validFrom) }));
    await save("ftp_w", 250, "2026-01-01");
    await save("ftp_w", 999, "2026-03-10");
    const id = await save("ftp_w", 260, "2026-03-10");
    await save("threshold_hr_bpm", 165, "2026-01-01");
    await run((tx) =>
      saveThreshold(tx, {
        kind: "threshold_hr_bpm",
        sport: "cycling",
        value: 160,
        validFrom: localDate("2025-01-01"),
      }),
    );
    const on = (day: string, sport: "running" | "cycling") =>
      run((tx) => thresholdsOn(tx, localDate(day), sport));
    expect(await on("2026-03-09", "running")).toMatchObject({
      ftpW: 250,
      thresholdHeartRateBpm: 165,
      maxHeartRateBpm: null,
    });
    expect(await on("2026-03-10", "cycling")).toMatchObject({
      ftpW: 260,
      thresholdHeartRateBpm: 160,
    });
    expect(await on("2025-12-31", "running")).toMatchObject({ ftpW: null });
    expect(await run((tx) => deleteThreshold(tx, id))).toEqual({ validFrom: "2026-03-10" });
    await expect(run((tx) => deleteThreshold(tx, id))).rejects.toMatchObject({ code: "not_found" });
  });

  it("hands a due morning to one dispatcher only", async () => {
    const { database, run } = await newAthlete(databases);
    await createTestAthlete(database);
    await run((tx) => rescheduleMorning(tx, new Date("2099-01-01T00:00:00Z")));
    const system = runAsSystem(database);
    const claim = () =>
      system(async (tx) => {
        const due = await dueMornings(tx, NOW, 10);
        const nextMorningAt = new Date("2026-03-11T05:00:00Z");
        await advanceMornings(
          tx,
          due.map(({ athleteId }) => ({ athleteId, lastMorningDay: DAY, nextMorningAt })),
        );
        return due;
      });
    const claims = (await Promise.all([claim(), claim(), claim()])).flat();
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ timeZone: "Europe/Paris", morningMinute: 360 });
    expect(await claim()).toEqual([]);
  });
});
