import { z } from "zod";
import { calendarDay, defineGarminMapping, optionalNumber } from "./garmin-mapping";

const text = z.string().nullish().catch(null);
const emptyReason = "Garmin has no values for the days in this file of its account export.";
/** Day by day, each entry on its own: what one day lacks does not cost the others. */
const days = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).min(1);

/** `*_sleepData.json` of an account export: `calendarDate` is the local day of waking. */
export const exportedSleep = defineGarminMapping({
  source: "garmin:sleep",
  emptyReason,
  schema: days(
    z.object({
      calendarDate: calendarDay,
      sleepStartTimestampGMT: z.string(),
      sleepEndTimestampGMT: text,
      deepSleepSeconds: optionalNumber,
      lightSleepSeconds: optionalNumber,
      remSleepSeconds: optionalNumber,
      awakeSleepSeconds: optionalNumber,
      averageRespiration: optionalNumber,
      sleepScores: z.object({ overallScore: optionalNumber }).nullish().catch(null),
      spo2SleepSummary: z.object({ averageSPO2: optionalNumber }).nullish().catch(null),
    }),
  ),
  observe: (nights) =>
    nights.map((night) => ({
      day: night.calendarDate,
      values: {
        sleepS: asleep(night),
        sleepStartEpochS: epochSeconds(night.sleepStartTimestampGMT),
        sleepEndEpochS: epochSeconds(night.sleepEndTimestampGMT),
        deepSleepS: night.deepSleepSeconds,
        lightSleepS: night.lightSleepSeconds,
        remSleepS: night.remSleepSeconds,
        awakeS: night.awakeSleepSeconds,
        sleepScore: night.sleepScores?.overallScore,
        respirationBrpm: night.averageRespiration,
        spo2Pct: night.spo2SleepSummary?.averageSPO2,
      },
    })),
});

/** `UDSFile_*.json`: the daily summaries. */
export const exportedDays = defineGarminMapping({
  source: "garmin:daily_summary",
  emptyReason,
  schema: days(
    z.object({
      calendarDate: calendarDay,
      totalSteps: optionalNumber,
      restingHeartRate: optionalNumber,
      allDayStress: z
        .object({
          aggregatorList: z.array(z.object({ type: text, averageStressLevel: optionalNumber })),
        })
        .nullish()
        .catch(null),
      bodyBattery: z
        .object({
          bodyBatteryStatList: z.array(
            z.object({ bodyBatteryStatType: text, statsValue: optionalNumber }),
          ),
        })
        .nullish()
        .catch(null),
    }),
  ).refine((entries) => entries.some(isDailySummary)),
  observe: (entries) =>
    entries.map((entry) => {
      const stress = entry.allDayStress?.aggregatorList.find(({ type }) => type === "TOTAL");
      const battery = (type: string) =>
        entry.bodyBattery?.bodyBatteryStatList.find((stat) => stat.bodyBatteryStatType === type)
          ?.statsValue;
      return {
        day: entry.calendarDate,
        values: {
          steps: entry.totalSteps,
          restingHrBpm: entry.restingHeartRate,
          stressAvg: stress?.averageStressLevel,
          bodyBatteryHigh: battery("HIGHEST"),
          bodyBatteryLow: battery("LOWEST"),
        },
      };
    }),
});

/** `*_healthStatusData.json`: where the export keeps the night's heart rate variability. */
export const exportedHealthStatus = defineGarminMapping({
  source: "garmin:hrv",
  emptyReason,
  schema: days(
    z.object({
      calendarDate: calendarDay,
      metrics: z.array(z.object({ type: z.string(), value: optionalNumber })),
    }),
  ),
  observe: (entries) =>
    entries.map(({ calendarDate, metrics }) => ({
      day: calendarDate,
      values: { hrvRmssdMs: metrics.find(({ type }) => type === "HRV")?.value },
    })),
});

/** `*_userBioMetrics.json`: weight in grams, among entries about other things. */
export const exportedWeight = defineGarminMapping({
  source: "garmin:weight",
  emptyReason: "Garmin has no weight in this file of its account export.",
  schema: days(
    z.object({
      metaData: z.object({ calendarDate: z.string() }),
      weight: z.object({ weight: optionalNumber }).nullish().catch(null),
    }),
  ),
  observe: (entries) =>
    entries.flatMap(({ metaData, weight }) => {
      const day = calendarDay.safeParse(metaData.calendarDate.slice(0, 10));
      const grams = weight?.weight;
      return day.success && grams ? [{ day: day.data, values: { weightKg: grams / 1000 } }] : [];
    }),
});

/** Other lists of the export have days, too. */
function isDailySummary(entry: {
  restingHeartRate?: number | null | undefined;
  allDayStress?: object | null | undefined;
}): boolean {
  return typeof entry.restingHeartRate === "number" || (entry.allDayStress ?? null) !== null;
}

function asleep(night: {
  deepSleepSeconds?: number | null | undefined;
  lightSleepSeconds?: number | null | undefined;
  remSleepSeconds?: number | null | undefined;
}): number | null {
  const parts = [night.deepSleepSeconds, night.lightSleepSeconds, night.remSleepSeconds].filter(
    (seconds) => typeof seconds === "number",
  );
  return parts.length === 0 ? null : parts.reduce((sum, seconds) => sum + seconds, 0);
}

/** "2024-05-03T21:30:00.0" is GMT and does not say so. */
function epochSeconds(stamp: string | null | undefined): number | null {
  const ms = Date.parse(`${stamp?.slice(0, 19)}Z`);
  return Number.isNaN(ms) ? null : ms / 1000;
}
