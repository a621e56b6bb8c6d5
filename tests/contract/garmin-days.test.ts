import { describe, expect, it } from "vitest";
import { fileReader } from "@/lib/integrations/files/file-reader";
import { GARMIN_REFUSALS } from "@/lib/integrations/garmin/garmin-refusals";
import type { FileContent } from "@/lib/integrations/ports";
import { describeWithSamples, samples } from "../support/samples";

const FOLDERS = ["connect", "connect-edge"] as const;

/** Number of days, or the refusal's code, of every recorded answer. */
const OUTCOMES: Readonly<Record<string, number | string>> = {
  "connect/activities-list-entry.multisport-overview.json": "garmin_activity_summary",
  "connect/activities-list.limit3.json": "garmin_activity_list",
  "connect/activities-list.openetl.2025-08-07.json": "garmin_activity_list",
  "connect/activities-list.page1.json": "garmin_activity_list",
  "connect/activities-list.page2.json": "garmin_activity_list",
  "connect/activities-list.pe-st.10.json": "garmin_activity_list",
  "connect/activities-list.pe-st.json": "garmin_activity_list",
  "connect/activity-hr-zones.2541953812.json": "garmin_activity_zones",
  "connect/activity-summary.12135235656.json": "garmin_activity_summary",
  "connect/activity-summary.2541953812.cycling.json": "garmin_activity_summary",
  "connect/activity-summary.multisport-child.json": "garmin_activity_summary",
  "connect/activity-summary.multisport-parent.json": "garmin_activity_summary",
  "connect/activity-types.json": "garmin_activity_types",
  "connect/all-day-events.2025-08-07.json": "garmin_events",
  "connect/body-battery-events.2023-07-20.json": "garmin_body_battery_events",
  "connect/body-battery-reports.2025-08-07.json": 1,
  "connect/daily-summary.2025-06-14.json": 1,
  "connect/device-info.json": "garmin_device",
  "connect/endurance-score.2025-07-07.json": "garmin_endurance_score",
  "connect/epoch-request-reload.json": "garmin_reload_result",
  "connect/fitness-stats-activities.json": "garmin_activity_list",
  "connect/floors-day.2025-08-07.json": "garmin_floors",
  "connect/heart-rate-day.2025-08-07.json": 1,
  "connect/heart-rate-day.2026-01-07.json": 1,
  "connect/heart-rate-zones-settings.json": "garmin_zones",
  "connect/hill-score.2025-07-07.json": "garmin_hill_score",
  "connect/hrv-daily-range.2023-07-01_2023-07-20.json": 20,
  "connect/hrv.2023-07-20.json": 1,
  "connect/hrv.2025-08-07.json": 1,
  "connect/hydration-daily.json": "garmin_hydration",
  "connect/hydration-day.json": "garmin_hydration",
  "connect/intensity-minutes-daily-range.json": "garmin_intensity_minutes",
  "connect/intensity-minutes-day.2025-08-07.json": "garmin_intensity_minutes",
  "connect/intensity-minutes-weekly.json": "garmin_intensity_minutes",
  "connect/personal-records.json": "garmin_personal_records",
  "connect/race-predictions-latest.json": "garmin_race_predictions",
  "connect/respiration-day.2025-08-07.json": 1,
  "connect/sleep-score-daily-range.json": 20,
  "connect/sleep.sleep-service.2025-07-07.json": 1,
  "connect/sleep.wellness-service.2025-08-07.full.json": 1,
  "connect/social-profile.json": "garmin_profile",
  "connect/spo2-day.2025-08-07.json": 1,
  "connect/steps-chart-day.2025-08-07.json": "garmin_steps_chart",
  "connect/steps-daily-range.json": 20,
  "connect/steps-weekly-52.json": "garmin_weekly",
  "connect/stress-bodybattery.2023-07-20.small.json": "no_values",
  "connect/stress-daily-range.json": 20,
  "connect/stress-day.2025-08-07.full.json": 1,
  "connect/stress-weekly-52.json": "garmin_weekly",
  "connect/training-readiness.2025-08-07.json": 1,
  "connect/training-status-aggregated.2025-08-07.json": "garmin_training_status",
  "connect/training-status-mobile-latest.2025-06-11.json": "garmin_training_status",
  "connect/training-status-mobile-monthly.json": "garmin_training_status",
  "connect/training-status-mobile-weekly.json": "garmin_training_status",
  "connect/upload-202-accepted.json": "garmin_upload_result",
  "connect/user-settings.json": "garmin_profile",
  "connect/user-settings.openetl.json": "garmin_profile",
  "connect/user-stats.json": "garmin_totals",
  "connect/weight-dayview.2025-06-14.manual.json": 1,
  "connect/weight-dayview.2025-06-15.scale.json": 1,
  "connect/weight-range.json": 3,
  "connect-edge/activity-details.2541953812.legacy-wrapper.json": "garmin_activity_details",
  "connect-edge/activity-summary.emoji-name.json": "garmin_activity_summary",
  "connect-edge/activity-summary.gpx-import-device-0.json": "garmin_activity_summary",
  "connect-edge/activity-summary.gpx-import-device-null.json": "garmin_activity_summary",
  "connect-edge/activity.404.json": "garmin_error",
  "connect-edge/body-battery-events.empty.json": "no_values",
  "connect-edge/body-battery-reports.sparse.json": "no_values",
  "connect-edge/download-tcx.403.json": "garmin_error",
  "connect-edge/floors-day.empty.json": "garmin_floors",
  "connect-edge/heart-rate-day.nulls.json": 1,
  "connect-edge/hrv.2023-07-01.sparse.json": 1,
  "connect-edge/respiration-day.nulls.json": "no_values",
  "connect-edge/sleep.sleep-service.future-empty.json": "no_values",
  "connect-edge/sleep.wellness-service.2021-07-20.no-scores.json": 1,
  "connect-edge/spo2-day.nulls.json": 1,
  "connect-edge/steps-chart-day.zeros.json": "garmin_steps_chart",
  "connect-edge/stress-day.no-values.json": 1,
  "connect-edge/stress-weekly.beyond-data-empty.json": "no_values",
  "connect-edge/stress.no-data.json": "no_values",
  "connect-edge/training-readiness.2024-07-07.single-entry.json": 1,
  "connect-edge/training-readiness.empty.json": "no_values",
  "connect-edge/training-status-mobile-monthly.no-data.json": "garmin_training_status",
  "connect-edge/upload.409-duplicate.json": "garmin_upload_result",
  "connect-edge/weight-dateRange.empty.json": "no_values",
  "connect-edge/weight-dayview.no-data.json": "no_values",
  "connect-edge/weight-range.empty.json": "no_values",
};

async function read(payload: unknown): Promise<FileContent> {
  return fileReader.read(new TextEncoder().encode(JSON.stringify(payload)), "day.json");
}

async function observationsOf(payload: unknown) {
  const content = await read(payload);
  if (content.kind !== "wellness") throw new Error(`not a day: ${JSON.stringify(content)}`);
  return content.observations;
}

async function sampleDays(name: string) {
  const content = await fileReader.read(samples.read(`garmin/${name}`), name);
  if (content.kind !== "wellness") throw new Error(`not a day: ${JSON.stringify(content)}`);
  return content.observations;
}

describeWithSamples("garmin", "every recorded Garmin answer has its outcome", () => {
  const names = FOLDERS.flatMap((folder) =>
    samples.names(`garmin/${folder}`).map((name) => `${folder}/${name}`),
  );

  it("knows every file in the folders", () => {
    expect(Object.keys(OUTCOMES).sort()).toEqual(names.sort());
  });

  it.each(names)("%s", async (name) => {
    const content = await fileReader.read(samples.read(`garmin/${name}`), name);
    if (content.kind === "refused") {
      expect(content.code).toBe(OUTCOMES[name]);
      expect(content.reason).toMatch(/^[A-Z].+\.$/);
    } else {
      expect(content).toMatchObject({ kind: "wellness", format: "garmin_json" });
      expect(content.kind === "wellness" && content.observations.length).toBe(OUTCOMES[name]);
    }
  });

  it("says so when Garmin kept the day private", async () => {
    const json = JSON.parse(
      new TextDecoder().decode(samples.read("garmin/connect/daily-summary.2025-06-14.json")),
    );
    expect(await read({ ...json, privacyProtected: true })).toMatchObject({
      code: "garmin_private",
    });
  });
});

describeWithSamples("garmin", "what the mappings read", () => {
  it("keys a night by the day of waking and uses real instants", async () => {
    const [night] = await sampleDays("connect/sleep.wellness-service.2025-08-07.full.json");
    expect(night).toEqual({
      day: "2025-08-07",
      source: "garmin:sleep",
      sleepS: 23_220,
      deepSleepS: 2340,
      lightSleepS: 17_040,
      remSleepS: 3840,
      awakeS: 840,
      sleepStartEpochS: Date.UTC(2025, 7, 7, 6, 42, 6) / 1000,
      sleepEndEpochS: Date.UTC(2025, 7, 7, 13, 23, 6) / 1000,
      sleepScore: 77,
      respirationBrpm: 11,
      spo2Pct: 93,
      hrvRmssdMs: 79,
      restingHrBpm: 45,
    });
  });

  it("leaves out what a night without scores does not say", async () => {
    const [night] = await sampleDays(
      "connect-edge/sleep.wellness-service.2021-07-20.no-scores.json",
    );
    expect(night).toMatchObject({ day: "2021-07-20", sleepS: 25_740 });
    expect(night).not.toHaveProperty("sleepScore");
    expect(night).not.toHaveProperty("hrvRmssdMs");
  });

  it("takes the readiness after waking, not the newest", async () => {
    expect(await sampleDays("connect/training-readiness.2025-08-07.json")).toEqual([
      { day: "2025-08-07", source: "garmin:training_readiness", deviceReadiness: 70 },
    ]);
  });

  it("reads grams as kilograms and the day's last weighing", async () => {
    const [day] = await sampleDays("connect/weight-dayview.2025-06-14.manual.json");
    expect(day).toEqual({ day: "2025-06-14", source: "garmin:weight", weightKg: 59.5 });
  });

  it("finds the Body Battery column by its descriptor", async () => {
    expect(await sampleDays("connect/stress-day.2025-08-07.full.json")).toEqual([
      {
        day: "2025-08-07",
        source: "garmin:stress",
        stressAvg: 30,
        bodyBatteryHigh: 80,
        bodyBatteryLow: 9,
      },
    ]);
  });

  it("reads every day of a range", async () => {
    const hrv = await sampleDays("connect/hrv-daily-range.2023-07-01_2023-07-20.json");
    expect(hrv).toHaveLength(20);
    expect(hrv.at(-1)).toEqual({ day: "2023-07-20", source: "garmin:hrv", hrvRmssdMs: 42 });
  });
});

describe("Garmin answers made by hand", () => {
  it("never turns 'not measured' into a value", async () => {
    const stress = { calendarDate: "2026-01-05", stressValuesArray: [] };
    for (const avgStressLevel of [-1, -2, 0, null]) {
      expect(await read({ ...stress, avgStressLevel })).toMatchObject({ code: "no_values" });
    }
    expect(await observationsOf({ ...stress, avgStressLevel: 31 })).toEqual([
      { day: "2026-01-05", source: "garmin:stress", stressAvg: 31 },
    ]);
  });

  it("keeps the known fields of a day whose other fields changed their type", async () => {
    const summary = {
      calendarDate: "2026-01-05",
      wellnessStartTimeLocal: "2026-01-05T00:00:00.0",
      totalSteps: "many",
      restingHeartRate: 47,
    };
    expect(await observationsOf(summary)).toEqual([
      { day: "2026-01-05", source: "garmin:daily_summary", restingHrBpm: 47 },
    ]);
  });

  it("reads resting heart rates of a range", async () => {
    const payload = {
      allMetrics: {
        metricsMap: {
          WELLNESS_RESTING_HEART_RATE: [
            { value: 46, calendarDate: "2026-01-04" },
            { value: null, calendarDate: "2026-01-05" },
          ],
        },
      },
    };
    expect(await observationsOf(payload)).toEqual([
      { day: "2026-01-04", source: "garmin:resting_heart_rate", restingHrBpm: 46 },
    ]);
  });

  it("ignores a readiness that only the afternoon updated", async () => {
    const afternoon = {
      calendarDate: "2026-01-05",
      timestamp: "2026-01-05T15:00:00.0",
      score: 40,
      recoveryTime: 12,
      inputContext: "UPDATE_REALTIME_VARIABLES",
    };
    expect(await read([afternoon])).toMatchObject({ code: "no_values" });
  });

  it("does not guess what a single score is", async () => {
    expect(await read([{ calendarDate: "2026-01-05", value: 60 }])).toMatchObject({
      code: "garmin_weekly",
    });
  });

  it("refuses days that do not exist and JSON that is not Garmin's", async () => {
    expect(
      await read({ hrvSummary: { calendarDate: "2026-02-30", lastNightAvg: 50 } }),
    ).toMatchObject({ code: "json_other" });
    expect(await read({ hello: "world" })).toMatchObject({ code: "json_other" });
    const cut = new TextEncoder().encode('{"calendarDate": "2026-');
    expect(await fileReader.read(cut, "day.json")).toMatchObject({ code: "json_damaged" });
  });

  it("says every refusal in a sentence", () => {
    for (const { reason } of GARMIN_REFUSALS) expect(reason).toMatch(/^[A-Z].+\.$/);
  });
});
