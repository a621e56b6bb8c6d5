import { z } from "zod";
import { type LocalDate, parseLocalDate } from "@/lib/dates/local-date";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";

/** One kind of Garmin Connect payload, recognised by its content. */
export type GarminMapping = {
  readonly source: string;
  /** What to tell when the payload is of this kind but says nothing. */
  readonly emptyReason: string;
  /** Null: another kind of payload. Empty: this kind, without a value. */
  map(payload: unknown): WellnessObservation[] | null;
};

type ObservedValues = {
  readonly [Key in Exclude<keyof WellnessObservation, "day" | "source">]?:
    | number
    | null
    | undefined;
};

const TWO_DAYS_S = 2 * 86_400;

/** Beyond it nobody can be: a damaged answer, not a measurement. */
const MOST: Readonly<Record<keyof ObservedValues, number>> = {
  hrvRmssdMs: 500,
  hrvSdnnMs: 500,
  restingHrBpm: 220,
  sleepS: TWO_DAYS_S,
  sleepScore: 100,
  deepSleepS: TWO_DAYS_S,
  lightSleepS: TWO_DAYS_S,
  remSleepS: TWO_DAYS_S,
  awakeS: TWO_DAYS_S,
  sleepStartEpochS: Date.UTC(2100, 0) / 1000,
  sleepEndEpochS: Date.UTC(2100, 0) / 1000,
  stressAvg: 100,
  bodyBatteryHigh: 100,
  bodyBatteryLow: 100,
  respirationBrpm: 100,
  spo2Pct: 100,
  weightKg: 500,
  steps: 500_000,
  deviceReadiness: 100,
};

/** Only of these is 0 a measurement; elsewhere 0 and below stand for "not measured". */
const ZERO_COUNTS: ReadonlySet<string> = new Set(["deepSleepS", "remSleepS", "awakeS"]);

/** What a schema's payload says of days; values that were not measured are dropped. */
export function defineGarminMapping<Schema extends z.ZodType>(definition: {
  readonly source: string;
  readonly emptyReason: string;
  readonly schema: Schema;
  observe(
    payload: z.output<Schema>,
  ): readonly { readonly day: LocalDate; readonly values: ObservedValues }[];
}): GarminMapping {
  const { source, emptyReason, schema } = definition;
  return {
    source,
    emptyReason,
    map(payload) {
      const parsed = schema.safeParse(payload);
      if (!parsed.success) return null;
      return definition.observe(parsed.data).flatMap(({ day, values }) => {
        const known = Object.entries(values).filter(([name, value]) =>
          isMeasured(name as keyof ObservedValues, value),
        );
        return known.length > 0 ? [{ day, source, ...Object.fromEntries(known) }] : [];
      });
    },
  };
}

function isMeasured(name: keyof ObservedValues, value: number | null | undefined): boolean {
  if (typeof value !== "number" || value > MOST[name]) return false;
  return value > 0 || (value === 0 && ZERO_COUNTS.has(name));
}

/** "YYYY-MM-DD", a real day. */
export const calendarDay = z.string().transform((text, context): LocalDate => {
  const day = parseLocalDate(text);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "Not a calendar day" });
  return z.NEVER;
});

/** A number, or null for null, absent and anything else. */
export const optionalNumber = z.number().nullish().catch(null);
