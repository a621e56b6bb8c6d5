import { describe, expect, it } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";

const read = (payload: unknown) =>
  fileReader.read(new TextEncoder().encode(JSON.stringify(payload)), "export.json");

// Written by hand from the field names that the export uses.
describe("a Garmin account export", () => {
  it("gives the nights of a sleep file, a night without data left out", async () => {
    const content = await read([
      {
        sleepStartTimestampGMT: "2024-05-02T21:30:00.0",
        sleepEndTimestampGMT: "2024-05-03T05:30:00.0",
        calendarDate: "2024-05-03",
        deepSleepSeconds: 3600,
        lightSleepSeconds: 14_400,
        remSleepSeconds: 7200,
        awakeSleepSeconds: 0,
        averageRespiration: 15,
        sleepScores: { overallScore: 86 },
        spo2SleepSummary: { averageSPO2: 95 },
      },
      { sleepStartTimestampGMT: "2024-05-03T21:30:00.0", calendarDate: "2024-05-04" },
    ]);
    expect(content).toMatchObject({
      kind: "wellness",
      observations: [
        {
          day: "2024-05-03",
          source: "garmin:sleep",
          sleepS: 25_200,
          deepSleepS: 3600,
          awakeS: 0,
          sleepScore: 86,
          respirationBrpm: 15,
          spo2Pct: 95,
          sleepStartEpochS: Date.UTC(2024, 4, 2, 21, 30) / 1000,
        },
        { day: "2024-05-04", sleepStartEpochS: Date.UTC(2024, 4, 3, 21, 30) / 1000 },
      ],
    });
    expect(JSON.stringify(content)).not.toContain("null");
  });

  it("gives steps, resting heart rate, stress and body battery of the daily summaries", async () => {
    const content = await read([
      {
        calendarDate: "2024-05-03",
        totalSteps: 8123,
        restingHeartRate: 47,
        allDayStress: {
          aggregatorList: [
            { type: "AWAKE", averageStressLevel: 40 },
            { type: "TOTAL", averageStressLevel: 28 },
          ],
        },
        bodyBattery: {
          bodyBatteryStatList: [
            { bodyBatteryStatType: "HIGHEST", statsValue: 91 },
            { bodyBatteryStatType: "LOWEST", statsValue: 22 },
          ],
        },
      },
      { calendarDate: "2024-05-04", totalSteps: 0, restingHeartRate: null },
    ]);
    expect(content).toEqual({
      kind: "wellness",
      format: "garmin_json",
      observations: [
        {
          day: "2024-05-03",
          source: "garmin:daily_summary",
          steps: 8123,
          restingHrBpm: 47,
          stressAvg: 28,
          bodyBatteryHigh: 91,
          bodyBatteryLow: 22,
        },
      ],
    });
  });

  it("finds heart rate variability in the health status and weight in the biometrics", async () => {
    const status = await read([
      {
        calendarDate: "2024-05-03",
        metrics: [
          { type: "HR", value: 57 },
          { type: "HRV", value: 62 },
        ],
      },
      { calendarDate: "2024-05-04", metrics: [{ type: "HRV", value: 0, status: "UNKNOWN" }] },
    ]);
    expect(status).toMatchObject({
      observations: [{ day: "2024-05-03", source: "garmin:hrv", hrvRmssdMs: 62 }],
    });
    const weight = await read([
      { metaData: { calendarDate: "2024-05-03T00:00:00.0" }, weight: { weight: 70_400 } },
      { metaData: { calendarDate: "2024-05-04T00:00:00.0" }, vo2MaxRunning: 52 },
    ]);
    expect(weight).toMatchObject({ observations: [{ day: "2024-05-03", weightKg: 70.4 }] });
  });
});
