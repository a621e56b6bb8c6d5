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
        const known = Object.entries(values).filter(
          ([name, value]) =>
            typeof value === "number" && (value > 0 || (value === 0 && ZERO_COUNTS.has(name))),
        );
        return known.length > 0 ? [{ day, source, ...Object.fromEntries(known) }] : [];
      });
    },
  };
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
