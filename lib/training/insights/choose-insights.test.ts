import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { daysAgo, healthyInput, session, setLast } from "@/tests/support/detector-input";
import { chooseInsights } from "./choose-insights";
import { dailyColumns } from "./daily-columns";
import { disagreementsIn } from "./disagreements-in";

describe("chooseInsights", () => {
  it("tells how a calm week went", () => {
    const told = chooseInsights(healthyInput());
    expect(told.map(({ detector }) => detector)).toEqual([
      "week-load",
      "week-resting-hr",
      "week-sleep",
    ]);
    expect(told[0]?.text).toBe("Your load was 370, about the 370 of a usual week.");
    expect(told[2]?.text).toContain("7 h 30 min on average this week, about the 7 h 30 min");
  });

  it("tells five at most, with the good news among them", () => {
    const busy = healthyInput(
      (columns) => {
        setLast(columns.restingHrBpm, 7, (bpm) => (bpm ?? 0) + 6);
        setLast(columns.sleepS, 14, () => 22_000);
        setLast(columns.load, 14, () => 160);
        setLast(columns.feel, 7, () => 2);
      },
      {
        activities: [6, 5, 4, 3, 2].map((ago) => session(ago, { isHard: true })),
        bests: [
          {
            ...{ sport: "running", value: 1195, before: 1230, unit: "s", activityId: "run" },
            ...{ span: { value: 5000, unit: "m" }, day: daysAgo(2), beforeDay: daysAgo(80) },
          },
        ],
      },
    );
    const told = chooseInsights(busy);
    expect(told).toHaveLength(5);
    expect(told.at(-1)?.severity).toBe("celebrate");
    expect(told[0]?.severity).toBe("warning");
  });

  it("tells what little there is to say of an athlete who is new", () => {
    const young = healthyInput((columns) => {
      for (const column of Object.values(columns)) column.fill(null);
    });
    expect(chooseInsights(young)).toEqual([]);
  });
});

describe("dailyColumns", () => {
  const day = (n: number) => localDate(`2026-11-0${n}`);
  const night = (n: number, hrvRmssdMs: number | null, hrvSource: string | null) => ({
    ...{ day: day(n), hrvRmssdMs, hrvSource, restingHrBpm: 50, sleepS: null },
    ...{ respirationBrpm: null, weightKg: null, sources: { restingHrBpm: "garmin:sleep" } },
  });
  const load = (n: number) => ({ day: day(n), load: 10 * n, fitness: n, form: -n });

  it("has one value per day, gaps where nothing is known, and no load of a day that is open", () => {
    const columns = dailyColumns(
      { from: day(1), to: day(4), trainedTo: day(3) },
      {
        nights: [night(2, 60, "garmin:hrv"), night(4, 62, "garmin:sleep")],
        checkIns: [
          { day: day(3), readiness: 4, soreness: 4, mood: 2, stress: 2, hasSymptoms: true },
        ],
        loads: [load(2), load(3), load(4)],
      },
    );
    expect(columns.hrvMs).toEqual([null, 60, null, 62]);
    expect(columns.load).toEqual([null, 20, 30, null]);
    expect(columns.form).toEqual([null, -2, -3, null]);
    expect(columns.feel).toEqual([null, null, 3, null]);
    expect(columns.symptoms).toEqual([null, null, 1, null]);
  });

  it("begins anew with another device", () => {
    const rows = [night(1, 60, "garmin:hrv"), night(2, 85, "oura:sleep"), night(3, null, null)];
    const days = { from: day(1), to: day(3), trainedTo: day(3) };
    const columns = dailyColumns(days, { nights: rows, checkIns: [], loads: [] });
    expect(columns.hrvMs).toEqual([null, 85, null]);
    expect(columns.restingHrBpm).toEqual([50, 50, 50]);
  });
});

describe("disagreementsIn", () => {
  it("pairs what several sources say of a day", () => {
    const day = localDate("2026-11-01");
    const records = [
      { day, source: "a", fields: { restingHrBpm: 48, sleepS: 27_000 } },
      { day, source: "b", fields: { restingHrBpm: 55 } },
      { day: localDate("2026-11-02"), source: "a", fields: { restingHrBpm: 48 } },
    ];
    expect(disagreementsIn(records)).toEqual([{ day, signal: "restingHrBpm", low: 48, high: 55 }]);
    expect(disagreementsIn([])).toEqual([]);
  });
});
