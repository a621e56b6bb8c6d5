import { and, asc, eq } from "drizzle-orm";
import { wellnessDays, wellnessRecords } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { WellnessField } from "@/lib/training/recovery/combine-wellness";

/** Of a sleep its length stands for all of it: the parts come with it. */
const SHOWN = [
  "sleepS",
  "hrvRmssdMs",
  "hrvSdnnMs",
  "restingHrBpm",
  "stressAvg",
  "bodyBatteryHigh",
  "respirationBrpm",
  "spo2Pct",
  "steps",
  "weightKg",
] as const satisfies readonly WellnessField[];

export type ChosenField = (typeof SHOWN)[number];

/** A value of a day for which there was a choice, the chosen one first. */
export type WellnessChoice = {
  readonly field: ChosenField;
  readonly reason: string;
  readonly values: readonly { readonly source: string; readonly value: number }[];
};

type Said = WellnessChoice["values"][number];

/** Two reports of one device that say the same are told once. */
function isNews({ source, value }: Said, at: number, all: readonly Said[]): boolean {
  const device = deviceOf(source);
  return !all.slice(0, at).some((one) => deviceOf(one.source) === device && one.value === value);
}

function deviceOf(source: string): string {
  return source.split(":")[0] ?? source;
}

/** What several sources said of a day, value by value, and why which one counts. */
export async function wellnessChoices(tx: AthleteTx, day: LocalDate): Promise<WellnessChoice[]> {
  const found = await tx.db
    .select({
      sources: wellnessDays.sources,
      reasons: wellnessDays.reasons,
      source: wellnessRecords.source,
      fields: wellnessRecords.fields,
    })
    .from(wellnessRecords)
    .innerJoin(
      wellnessDays,
      and(
        eq(wellnessDays.athleteId, wellnessRecords.athleteId),
        eq(wellnessDays.day, wellnessRecords.day),
      ),
    )
    .where(and(eq(wellnessRecords.athleteId, tx.athleteId), eq(wellnessRecords.day, day)))
    .orderBy(asc(wellnessRecords.source));
  return SHOWN.flatMap((field) => {
    const reason = found[0]?.reasons[field];
    if (reason === undefined) return [];
    const chosen = found[0]?.sources[field];
    const values = found
      .flatMap(({ source, fields }) => {
        const value = fields[field];
        return value === undefined ? [] : [{ source, value }];
      })
      .sort((a, b) => Number(b.source === chosen) - Number(a.source === chosen))
      .filter(isNews);
    return [{ field, reason, values }];
  });
}
