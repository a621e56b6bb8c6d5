import { daysBetween, eachDay, type LocalDate, parseLocalDate } from "@/lib/dates/local-date";
import type { VendorAnswer } from "../vendor-server";
import type { GarminAccount, GarminDay } from "./garmin-account";

export type AccountRoute = {
  readonly method?: string;
  readonly path: RegExp;
  /** True: a personal key is told that there is no such thing. */
  readonly isConnectOnly?: boolean;
  answer(
    account: GarminAccount,
    asked: { parts: Readonly<Record<string, string>>; query: URLSearchParams; body: string },
  ): VendorAnswer;
};

const TOO_LONG = { status: 400, json: { message: "Exceeded max number of days" } };

type Days = { readonly from: LocalDate; readonly to: LocalDate };

function rangeOf(from: string | null | undefined, to: string | null | undefined): Days | null {
  const [first, last] = [parseLocalDate(from ?? ""), parseLocalDate(to ?? "")];
  return first && last && first <= last ? { from: first, to: last } : null;
}

/** A range of days as a route: more than `mostDays` are refused, as Garmin does. */
function range(
  path: string,
  mostDays: number,
  json: (days: readonly GarminDay[], account: GarminAccount) => unknown,
  options: { names?: readonly [string, string]; isConnectOnly?: boolean } = {},
): AccountRoute {
  const { names, isConnectOnly = false } = options;
  const ending = names ? "$" : "/(?<from>[^/]+)/(?<to>[^/]+)$";
  return {
    path: new RegExp(`^${path}${ending}`),
    isConnectOnly,
    answer(account, { parts, query }) {
      const days = names
        ? rangeOf(query.get(names[0]), query.get(names[1]))
        : rangeOf(parts.from, parts.to);
      if (!days || daysBetween(days.from, days.to) >= mostDays) return TOO_LONG;
      const known = eachDay(days.from, days.to).flatMap((day) => account.day(day) ?? []);
      return { json: json(known, account) };
    },
  };
}

const nights = (days: readonly GarminDay[], account: GarminAccount) =>
  days.filter(({ day }) => account.hasNight(day));

const sleepDto = (day: GarminDay) => ({
  calendarDate: day.day,
  sleepTimeSeconds: day.sleepS,
  sleepStartTimestampGMT: day.sleepStartMs,
  sleepEndTimestampGMT: day.sleepEndMs,
  deepSleepSeconds: day.deepS,
  lightSleepSeconds: day.lightS,
  remSleepSeconds: day.remS,
  awakeSleepSeconds: day.awakeS,
  averageRespirationValue: 13,
  averageSpO2Value: null,
  sleepScores: { overall: { value: day.sleepScore } },
});

export const DAY_ROUTES: readonly AccountRoute[] = [
  range(
    "/sleep-service/sleep/dailySleepSummariesByDate",
    31,
    (days, account) => nights(days, account).map(sleepDto),
    { names: ["startDate", "endDate"] },
  ),
  range(
    "/sleep-service/stats/sleep/daily",
    28,
    (days, account) => ({
      overallStats: {},
      individualStats: nights(days, account).map((day) => ({
        calendarDate: day.day,
        values: {
          totalSleepTimeInSeconds: day.sleepS,
          gmtSleepStartTimeInMillis: day.sleepStartMs,
          gmtSleepEndTimeInMillis: day.sleepEndMs,
          deepTime: day.deepS,
          lightTime: day.lightS,
          remTime: day.remS,
          awakeTime: day.awakeS,
          sleepScore: day.sleepScore,
          respiration: 13,
          spO2: null,
          avgOvernightHrv: day.hrvMs,
          restingHeartRate: day.restingHr,
        },
      })),
    }),
    { isConnectOnly: true },
  ),
  range("/hrv-service/hrv/daily", 35, (days, account) => ({
    hrvSummaries: nights(days, account).map((day) => ({
      calendarDate: day.day,
      weeklyAvg: 58,
      lastNightAvg: day.hrvMs,
      status: "BALANCED",
    })),
  })),
  range("/usersummary-service/stats/stress/daily", 28, (days) =>
    days.map((day) => ({ calendarDate: day.day, values: { overallStressLevel: day.stress } })),
  ),
  range("/usersummary-service/stats/steps/daily", 28, (days) =>
    days.map((day) => ({ calendarDate: day.day, totalSteps: day.steps, stepGoal: 8000 })),
  ),
  range(
    "/usersummary-service/v2/dailysummaries",
    35,
    (days, account) =>
      days.map((day) => ({
        calendarDate: day.day,
        wellnessStartTimeLocal: `${day.day}T00:00:00.0`,
        totalSteps: day.steps,
        restingHeartRate: account.hasNight(day.day) ? day.restingHr : null,
        averageStressLevel: day.stress,
        bodyBatteryHighestValue: 92,
        bodyBatteryLowestValue: 21,
        averageSpo2: null,
      })),
    { names: ["startDate", "endDate"] },
  ),
  range(
    "/wellness-service/wellness/bodyBattery/reports/daily",
    28,
    (days) =>
      days.map((day) => ({
        date: day.day,
        charged: 60,
        drained: 58,
        bodyBatteryValueDescriptorDTOList: [
          { bodyBatteryValueDescriptorIndex: 0, bodyBatteryValueDescriptorKey: "timestamp" },
          { bodyBatteryValueDescriptorIndex: 1, bodyBatteryValueDescriptorKey: "bodyBatteryLevel" },
        ],
        bodyBatteryValuesArray: [
          [day.sleepEndMs, 92],
          [day.sleepEndMs + 3_600_000, 21],
        ],
      })),
    { names: ["startDate", "endDate"] },
  ),
  range("/weight-service/weight/range", 366, (days) => ({
    dailyWeightSummaries: days.map((day) => ({
      summaryDate: day.day,
      latestWeight: { calendarDate: day.day, weight: day.weightG, timestampGMT: day.sleepEndMs },
    })),
  })),
  range(
    "/userstats-service/wellness/daily/[^/]+",
    366,
    (days, account) => ({
      allMetrics: {
        metricsMap: {
          WELLNESS_RESTING_HEART_RATE: nights(days, account).map((day) => ({
            calendarDate: day.day,
            value: day.restingHr,
          })),
        },
      },
    }),
    { names: ["fromDate", "untilDate"], isConnectOnly: true },
  ),
  {
    path: /^\/metrics-service\/metrics\/trainingreadiness\/(?<day>[^/]+)$/,
    isConnectOnly: true,
    answer(account, { parts }) {
      const day = account.day(parts.day as LocalDate);
      if (!day || !account.hasNight(day.day)) return { json: [] };
      const entry = (hour: string, score: number, inputContext: string) => ({
        calendarDate: day.day,
        timestamp: `${day.day}T${hour}:00:00.0`,
        score,
        recoveryTime: 12,
        inputContext,
      });
      return {
        json: [
          entry("12", day.readiness - 20, "UPDATE_REALTIME_VARIABLES"),
          entry("05", day.readiness, "AFTER_WAKEUP_RESET"),
        ],
      };
    },
  },
  {
    path: /^\/metrics-service\/metrics\/trainingstatus\/aggregated\/(?<day>[^/]+)$/,
    isConnectOnly: true,
    answer(account, { parts }) {
      const day = account.day(parts.day as LocalDate);
      if (!day) return { json: {} };
      return {
        json: {
          mostRecentVO2Max: {
            generic: { calendarDate: day.day, vo2MaxPreciseValue: 54.3, vo2MaxValue: 54 },
            cycling: null,
          },
          mostRecentTrainingStatus: {
            latestTrainingStatusData: {
              "4711": {
                calendarDate: day.day,
                primaryTrainingDevice: true,
                timestamp: day.sleepEndMs,
                trainingStatusFeedbackPhrase: "PRODUCTIVE_2",
                acuteTrainingLoadDTO: {
                  dailyTrainingLoadAcute: 410,
                  dailyTrainingLoadChronic: 380,
                },
              },
            },
          },
        },
      };
    },
  },
];
