import { and, asc, eq, gte, lte, ne } from "drizzle-orm";
import { athletes, dailyLoads } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";

export type FitnessDay = {
  readonly day: LocalDate;
  readonly load: number;
  readonly durationS: number;
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
  readonly ramp: number | null;
  readonly monotony: number | null;
  readonly strain: number | null;
  readonly acwr: number | null;
};

export type FitnessSeries = {
  /** 1 = Monday … 7 = Sunday. */
  readonly firstWeekday: number;
  /** The sports that have a series of their own, by name. */
  readonly sports: readonly string[];
  /** Ascending, without a gap. */
  readonly days: readonly FitnessDay[];
};

/** Load and what follows from it, of one sport or of "all", from a day (null: the first) to another. */
export async function getFitnessSeries(
  tx: AthleteTx,
  wanted: { readonly sport: string; readonly from: LocalDate | null; readonly to: LocalDate },
): Promise<FitnessSeries> {
  const athlete = await tx.db
    .select({ firstWeekday: athletes.firstWeekday })
    .from(athletes)
    .where(eq(athletes.id, tx.athleteId));
  const firstWeekday = athlete[0]?.firstWeekday;
  if (firstWeekday === undefined) throw notFound("The athlete");
  const sports = await tx.db
    .selectDistinct({ sport: dailyLoads.sport })
    .from(dailyLoads)
    .where(and(eq(dailyLoads.athleteId, tx.athleteId), ne(dailyLoads.sport, "all")))
    .orderBy(asc(dailyLoads.sport));
  const days = await tx.db
    .select({
      day: dailyLoads.day,
      load: dailyLoads.load,
      durationS: dailyLoads.durationS,
      fitness: dailyLoads.fitness,
      fatigue: dailyLoads.fatigue,
      form: dailyLoads.form,
      ramp: dailyLoads.ramp,
      monotony: dailyLoads.monotony,
      strain: dailyLoads.strain,
      acwr: dailyLoads.acwr,
    })
    .from(dailyLoads)
    .where(
      and(
        eq(dailyLoads.athleteId, tx.athleteId),
        eq(dailyLoads.sport, wanted.sport),
        lte(dailyLoads.day, wanted.to),
        ...(wanted.from === null ? [] : [gte(dailyLoads.day, wanted.from)]),
      ),
    )
    .orderBy(asc(dailyLoads.day));
  return { firstWeekday, sports: sports.map((row) => row.sport), days };
}
