import {
  bodyBatteryDays,
  hrvDays,
  sleepDays,
  stepsDays,
  stressDays,
  weightDays,
} from "@/lib/integrations/garmin/days/day-paths";
import type { DayKind } from "@/lib/integrations/garmin/days/fetch-days";
import { dailySummary } from "@/lib/integrations/garmin/mapping/daily-summary";

/** Resting heart rate, steps, stress, Body Battery and blood oxygen of each day. */
const summaries: DayKind = {
  capability: "resting_hr",
  field: "restingHrBpm",
  ways: [
    {
      mostDays: 35,
      path: (fromDay, toDay) =>
        `/usersummary-service/v2/dailysummaries?startDate=${fromDay}&endDate=${toDay}`,
    },
    {
      mostDays: 35,
      path: (fromDay, toDay) => `/usersummary-service/v2/dailysummaries/${fromDay}/${toDay}`,
    },
  ],
  mappings: [dailySummary],
};

/** The summaries have them as a rule; a question less is a refusal less. */
const spare = (kind: DayKind): DayKind => ({ ...kind, isSpare: true });

/**
 * What a personal key may ask of days. Garmin's list of paths is not public: where one is a
 * guess there is another way to the same values, and a kind that has none is left out.
 */
export const PERSONAL_DAYS: readonly DayKind[] = [
  sleepDays(31, {
    mostDays: 31,
    path: (fromDay, toDay) =>
      `/sleep-service/sleep/dailySleepSummariesByDate?startDate=${fromDay}&endDate=${toDay}`,
  }),
  hrvDays,
  summaries,
  spare(stressDays),
  spare(stepsDays),
  spare(bodyBatteryDays),
  weightDays,
];
