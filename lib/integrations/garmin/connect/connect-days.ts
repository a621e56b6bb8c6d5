import { daysBetween, type LocalDate } from "@/lib/dates/local-date";
import {
  bodyBatteryDays,
  hrvDays,
  sleepDays,
  stepsDays,
  stressDays,
  weightDays,
} from "@/lib/integrations/garmin/days/day-paths";
import type { DayKind } from "@/lib/integrations/garmin/days/fetch-days";
import { restingHeartRateRange } from "@/lib/integrations/garmin/mapping/resting-heart-rate";
import { trainingReadiness } from "@/lib/integrations/garmin/mapping/training-readiness";
import type { DayRange } from "@/lib/integrations/source-ports";

/** It takes a request for each day: years of it would be thousands. */
const READINESS_DAYS_BACK = 90;

const readiness: DayKind = {
  capability: "training_readiness",
  field: "deviceReadiness",
  ways: [{ mostDays: 1, path: (day) => `/metrics-service/metrics/trainingreadiness/${day}` }],
  mappings: [trainingReadiness],
};

/** What the signed-in apps ask of days; a few paths carry the account's name. */
export function connectDays(
  displayName: string,
  range: DayRange,
  today: LocalDate,
): readonly DayKind[] {
  const restingHr: DayKind = {
    capability: "resting_hr",
    field: "restingHrBpm",
    ways: [
      {
        mostDays: 180,
        path: (fromDay, toDay) =>
          `/userstats-service/wellness/daily/${encodeURIComponent(displayName)}` +
          `?fromDate=${fromDay}&untilDate=${toDay}&metricId=60`,
      },
    ],
    mappings: [restingHeartRateRange],
  };
  const isRecent = daysBetween(range.fromDay, today) <= READINESS_DAYS_BACK;
  return [
    sleepDays(28),
    hrvDays,
    restingHr,
    stressDays,
    stepsDays,
    bodyBatteryDays,
    weightDays,
    ...(isRecent ? [readiness] : []),
  ];
}
