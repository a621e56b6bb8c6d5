import type { GarminMapping } from "@/lib/integrations/garmin/mapping/garmin-mapping";
import type { DayRange } from "@/lib/integrations/source-ports";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";

/** Where answers that are no list themselves keep the list of their days. */
const LISTS = [
  "hrvSummaries",
  "dailyWeightSummaries",
  "dateWeightList",
  "individualStats",
] as const;

/**
 * What an answer says of the days in `range`, each day by itself: one that is broken costs
 * that day and no other. Null when not one of them is of a known form.
 */
export function readDays(
  payload: unknown,
  mappings: readonly GarminMapping[],
  range: DayRange,
): WellnessObservation[] | null {
  const days = oneByOne(payload);
  const read = days.map((forms) => firstOf(mappings, forms));
  if (days.length > 0 && read.every((observations) => observations === null)) return null;
  return within(
    range,
    read.flatMap((observations) => observations ?? []),
  );
}

/** What the answer for one day says, which may be a list of that day's values. */
export function readDay(
  payload: unknown,
  mappings: readonly GarminMapping[],
  range: DayRange,
): WellnessObservation[] | null {
  if (payload === null) return [];
  const observations = firstOf(mappings, [payload]);
  return observations && within(range, observations);
}

function within(
  { fromDay, toDay }: DayRange,
  observations: readonly WellnessObservation[],
): WellnessObservation[] {
  return observations.filter(({ day }) => day >= fromDay && day <= toDay);
}

function firstOf(
  mappings: readonly GarminMapping[],
  forms: readonly unknown[],
): WellnessObservation[] | null {
  for (const mapping of mappings) {
    for (const form of forms) {
      const observations = mapping.map(form);
      if (observations !== null) return observations;
    }
  }
  return null;
}

/** The same answer with one day in it, once for each of its days, in the forms it may be known by. */
function oneByOne(payload: unknown): unknown[][] {
  if (payload === null) return [];
  // A list of days, or of what is otherwise the answer for one day.
  if (Array.isArray(payload)) return payload.map((day) => [[day], day]);
  if (typeof payload !== "object") return [[payload]];
  const answer = payload as Record<string, unknown>;
  for (const name of LISTS) {
    const list = answer[name];
    if (Array.isArray(list)) return list.map((day) => [{ [name]: [day] }]);
    // The same answer without a day in it.
    if (list === null) return [];
  }
  return restingHeartRates(answer) ?? [[payload]];
}

/** The one list that lies deeper: metrics by their names. */
function restingHeartRates({ allMetrics }: Record<string, unknown>): unknown[][] | null {
  const map = (allMetrics as { metricsMap?: Record<string, unknown> } | null | undefined)
    ?.metricsMap;
  const name = "WELLNESS_RESTING_HEART_RATE";
  const list = map?.[name];
  if (!Array.isArray(list)) return null;
  return list.map((day) => [{ allMetrics: { metricsMap: { [name]: [day] } } }]);
}
