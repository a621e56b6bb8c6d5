import { bodyBatteryReports } from "@/lib/integrations/garmin/mapping/body-battery-reports";
import { hrvRange } from "@/lib/integrations/garmin/mapping/hrv";
import { sleep } from "@/lib/integrations/garmin/mapping/sleep";
import { sleepStats, sleepSummaries } from "@/lib/integrations/garmin/mapping/sleep-range";
import { stepsRange } from "@/lib/integrations/garmin/mapping/steps-range";
import { stressRange } from "@/lib/integrations/garmin/mapping/stress";
import { weightRange } from "@/lib/integrations/garmin/mapping/weight";
import type { DayKind, DayWay } from "./fetch-days";

/** The kinds that both of Garmin's hosts have under the same paths. */

const between = (mostDays: number, path: string): DayWay => ({
  mostDays,
  path: (fromDay, toDay) => `${path}/${fromDay}/${toDay}`,
});

export const sleepDays = (mostDays: number, ...more: readonly DayWay[]): DayKind => ({
  capability: "sleep",
  field: "sleepS",
  ways: [
    ...more,
    between(mostDays, "/sleep-service/stats/sleep/daily"),
    { mostDays: 1, path: (day) => `/sleep-service/sleep/dailySleepData?date=${day}` },
  ],
  mappings: [sleepStats, sleepSummaries, sleep],
});

export const hrvDays: DayKind = {
  capability: "hrv",
  field: "hrvRmssdMs",
  ways: [between(35, "/hrv-service/hrv/daily")],
  mappings: [hrvRange],
};

export const stressDays: DayKind = {
  capability: "stress",
  field: "stressAvg",
  ways: [between(28, "/usersummary-service/stats/stress/daily")],
  mappings: [stressRange],
};

export const stepsDays: DayKind = {
  capability: "steps",
  field: "steps",
  ways: [between(28, "/usersummary-service/stats/steps/daily")],
  mappings: [stepsRange],
};

export const bodyBatteryDays: DayKind = {
  capability: "body_battery",
  field: "bodyBatteryHigh",
  ways: [
    {
      mostDays: 28,
      path: (fromDay, toDay) =>
        `/wellness-service/wellness/bodyBattery/reports/daily?startDate=${fromDay}&endDate=${toDay}`,
    },
  ],
  mappings: [bodyBatteryReports],
};

export const weightDays: DayKind = {
  capability: "weight",
  field: "weightKg",
  ways: [
    {
      mostDays: 90,
      path: (fromDay, toDay) => `/weight-service/weight/range/${fromDay}/${toDay}?includeAll=true`,
    },
  ],
  mappings: [weightRange],
};
