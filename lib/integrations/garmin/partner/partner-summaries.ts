import { z } from "zod";
import { fromDayNumber, type LocalDate } from "@/lib/dates/local-date";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import {
  calendarDay,
  defineGarminMapping,
  type GarminMapping,
  optionalNumber,
} from "../mapping/garmin-mapping";

const DAY_S = 86_400;
const GRAMS_PER_KG = 1000;
const emptyReason = "Garmin sent no value that is used here.";
const day = calendarDay.nullish().catch(null);
const text = z.string().nullish().catch(null);
/** Values by their distance from the start in seconds. */
const series = z.record(z.string(), z.number().nullable().catch(null)).nullish().catch(null);
type Series = z.output<typeof series>;
const clock = {
  calendarDate: day,
  startTimeInSeconds: optionalNumber,
  startTimeOffsetInSeconds: optionalNumber,
  durationInSeconds: optionalNumber,
};

const dailySchema = z.object({
  ...clock,
  steps: optionalNumber,
  restingHeartRateInBeatsPerMinute: optionalNumber,
  averageStressLevel: optionalNumber,
  /** As Garmin's own examples spell it. */
  averageStresslevel: optionalNumber,
});
type Daily = z.output<typeof dailySchema>;

/** A day is told several times while it lasts; what comes late must not undo the whole of it. */
const dailiesBy = (source: string, isWanted: (one: Daily) => boolean) =>
  defineGarminMapping({
    source,
    emptyReason,
    schema: dailySchema.refine(isWanted),
    observe: (one) =>
      onDay(startDay(one), {
        steps: one.steps,
        restingHrBpm: one.restingHeartRateInBeatsPerMinute,
        stressAvg: one.averageStressLevel ?? one.averageStresslevel,
      }),
  });
/** The day on which clocks go forward has 23 hours. */
const SHORTEST_DAY_S = 23 * 3600;
const isPartOfDay = ({ durationInSeconds }: Daily) =>
  typeof durationInSeconds === "number" && durationInSeconds < SHORTEST_DAY_S;
const wholeDailies = dailiesBy("garmin:daily_summary", (one) => !isPartOfDay(one));
const partDailies = dailiesBy("garmin:daily_summary_tentative", isPartOfDay);

const sleepSchema = z.object({
  ...clock,
  validation: text,
  deepSleepDurationInSeconds: optionalNumber,
  lightSleepDurationInSeconds: optionalNumber,
  remSleepInSeconds: optionalNumber,
  awakeDurationInSeconds: optionalNumber,
  sleepLevelsMap: z.record(z.string(), z.unknown()).nullish().catch(null),
  overallSleepScore: z.object({ value: optionalNumber }).nullish().catch(null),
  timeOffsetSleepRespiration: series,
  timeOffsetSleepSpo2: series,
});
type Sleep = z.output<typeof sleepSchema>;

/** A night comes as a guess first and is corrected later; a late guess must not undo that. */
const sleepBy = (source: string, isWanted: (night: Sleep) => boolean) =>
  defineGarminMapping({
    source,
    emptyReason,
    schema: sleepSchema.refine(isWanted),
    observe: (night) => {
      const rem = hasRem(night) ? night.remSleepInSeconds : null;
      const { deepSleepDurationInSeconds: deep, lightSleepDurationInSeconds: light } = night;
      const endS = sum([night.startTimeInSeconds, night.durationInSeconds]);
      return onDay(night.calendarDate ?? localDay(endS, night.startTimeOffsetInSeconds), {
        // The duration counts the time awake as well.
        sleepS: sumOfKnown([deep, light, rem]),
        deepSleepS: deep,
        lightSleepS: light,
        remSleepS: rem,
        awakeS: night.awakeDurationInSeconds,
        sleepStartEpochS: night.startTimeInSeconds,
        sleepEndEpochS: endS,
        sleepScore: night.overallSleepScore?.value,
        respirationBrpm: mean(night.timeOffsetSleepRespiration),
        spo2Pct: mean(night.timeOffsetSleepSpo2),
      });
    },
  });
const isTentative = ({ validation }: Sleep) => /TENTATIVE/i.test(validation ?? "");
const tentativeSleep = sleepBy("garmin:sleep_tentative", isTentative);
const finalSleep = sleepBy("garmin:sleep", (night) => !isTentative(night));

const hrv = defineGarminMapping({
  source: "garmin:hrv",
  emptyReason,
  schema: z.object({ ...clock, lastNightAvg: optionalNumber }),
  observe: (one) =>
    onDay(one.calendarDate ?? startDay(one, one.durationInSeconds), {
      hrvRmssdMs: one.lastNightAvg,
    }),
});

/** Negative: off the wrist, in motion, no data, recovering, unknown. */
const stressDetails = defineGarminMapping({
  source: "garmin:stress",
  emptyReason,
  schema: z.object({
    ...clock,
    timeOffsetStressLevelValues: series,
    timeOffsetBodyBatteryValues: series,
  }),
  observe: (one) => {
    const battery = positive(one.timeOffsetBodyBatteryValues);
    return onDay(startDay(one), {
      stressAvg: mean(one.timeOffsetStressLevelValues),
      bodyBatteryHigh: battery.length > 0 ? Math.max(...battery) : null,
      bodyBatteryLow: battery.length > 0 ? Math.min(...battery) : null,
    });
  },
});

const bodyComps = defineGarminMapping({
  source: "garmin:weight",
  emptyReason,
  schema: z.object({
    measurementTimeInSeconds: z.number(),
    measurementTimeOffsetInSeconds: optionalNumber,
    weightInGrams: optionalNumber,
  }),
  observe: (one) =>
    onDay(localDay(one.measurementTimeInSeconds, one.measurementTimeOffsetInSeconds), {
      weightKg: typeof one.weightInGrams === "number" ? one.weightInGrams / GRAMS_PER_KG : null,
    }),
});

/** A single measurement at the athlete's wish says nothing of the night. */
const pulseox = defineGarminMapping({
  source: "garmin:spo2",
  emptyReason,
  schema: z.object({
    ...clock,
    onDemand: z.literal(false).nullish(),
    timeOffsetSpo2Values: series,
  }),
  observe: (one) => onDay(startDay(one), { spo2Pct: mean(one.timeOffsetSpo2Values) }),
});

/**
 * Left out, though known: breaths of the whole day (the night's come with the sleep), VO2max
 * (worked out from activities here), quarters of an hour, guesses of movement, spot checks.
 */
const MAPPINGS: Readonly<Record<string, readonly GarminMapping[]>> = {
  dailies: [wholeDailies, partDailies],
  sleeps: [finalSleep, tentativeSleep],
  hrv: [hrv],
  stressDetails: [stressDetails],
  bodyComps: [bodyComps],
  pulseox: [pulseox],
  pulseOx: [pulseox],
};

export function isWellnessSummary(type: string): boolean {
  return Object.hasOwn(MAPPINGS, type);
}

/** What one summary says; empty when it says nothing, or is of another form. */
export function observationsOf(type: string, summary: unknown): readonly WellnessObservation[] {
  const mappings = Object.hasOwn(MAPPINGS, type) ? (MAPPINGS[type] ?? []) : [];
  return mappings.flatMap((mapping) => mapping.map(summary) ?? []);
}

function onDay<Values extends object>(found: LocalDate | null, values: Values) {
  return found === null ? [] : [{ day: found, values }];
}

function startDay(
  one: {
    readonly calendarDate?: LocalDate | null | undefined;
    readonly startTimeInSeconds?: number | null | undefined;
    readonly startTimeOffsetInSeconds?: number | null | undefined;
  },
  laterS: number | null = 0,
): LocalDate | null {
  const { calendarDate, startTimeInSeconds, startTimeOffsetInSeconds } = one;
  return calendarDate ?? localDay(sum([startTimeInSeconds, laterS]), startTimeOffsetInSeconds);
}

/** The day that the device's clock showed. */
function localDay(
  epochS: number | null | undefined,
  offsetS: number | null | undefined,
): LocalDate | null {
  if (epochS == null) return null;
  const number = Math.floor((epochS + (offsetS ?? 0)) / DAY_S);
  return number >= 0 && number < 100_000 ? fromDayNumber(number) : null;
}

/** Watches that know no REM sleep send 0 of it and no stretch of it. */
function hasRem({ remSleepInSeconds, sleepLevelsMap }: Sleep): boolean {
  return remSleepInSeconds !== 0 || sleepLevelsMap == null || "rem" in sleepLevelsMap;
}

function positive(values: Series): number[] {
  return Object.values(values ?? {}).filter(
    (value): value is number => value !== null && value > 0,
  );
}

function mean(values: Series): number | null {
  const known = positive(values);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
}

function sum(parts: readonly (number | null | undefined)[]): number | null {
  return parts.every((part) => typeof part === "number") ? (sumOfKnown(parts) ?? null) : null;
}

function sumOfKnown(parts: readonly (number | null | undefined)[]): number | null {
  const known = parts.filter((part) => typeof part === "number");
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) : null;
}
