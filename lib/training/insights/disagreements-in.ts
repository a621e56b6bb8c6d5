/**
 * Days of which several sources say something, with the lowest and the highest value of each signal.
 * DET-SRC@1 looks at how far they are apart.
 * Reference: a convention of this product.
 * Valid: records of any order; a signal that one source alone has is left out.
 */
import type { LocalDate } from "../../dates/local-date";
import type { WellnessFields } from "../recovery/wellness-types";
import type { Disagreement } from "./detector-input";

type WellnessRecord = {
  readonly day: LocalDate;
  readonly source: string;
  readonly fields: WellnessFields;
};

const FIELDS = { restingHrBpm: "restingHrBpm", sleepS: "sleepS", hrvMs: "hrvRmssdMs" } as const;
const SIGNALS = ["restingHrBpm", "sleepS", "hrvMs"] as const;

export function disagreementsIn(records: readonly WellnessRecord[]): Disagreement[] {
  const byDay = new Map<LocalDate, WellnessRecord[]>();
  for (const record of records) {
    byDay.set(record.day, [...(byDay.get(record.day) ?? []), record]);
  }
  return [...byDay].flatMap(([day, ofDay]) =>
    SIGNALS.flatMap((signal) => {
      const values = ofDay.flatMap(({ fields }) => fields[FIELDS[signal]] ?? []);
      if (values.length < 2) return [];
      return [{ day, signal, low: Math.min(...values), high: Math.max(...values) }];
    }),
  );
}
