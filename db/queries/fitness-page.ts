import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { type ContextEvent, contextEventsBetween } from "./context-events-between";
import { type FitnessOverviewPoint, fitnessOverview } from "./fitness-overview";
import { type FitnessSeries, getFitnessSeries } from "./fitness-series";
import { morningDays } from "./morning-days";

/** A season's races; one further off is no news yet. */
const RACES_AHEAD_DAYS = 366;

export type FitnessPage = {
  readonly series: FitnessSeries;
  readonly overview: readonly FitnessOverviewPoint[];
  /** Days shown whose morning has a receipt. */
  readonly mornings: readonly LocalDate[];
  /** From the first day shown to a year ahead, in order. */
  readonly events: readonly ContextEvent[];
};

/** Everything that the fitness page shows of a stretch of days; `from` null is the very first one. */
export async function fitnessPage(
  tx: AthleteTx,
  wanted: {
    readonly sport: string;
    readonly from: LocalDate | null;
    readonly to: LocalDate;
    readonly today: LocalDate;
  },
): Promise<FitnessPage> {
  const { sport, to, today } = wanted;
  const series = await getFitnessSeries(tx, wanted);
  const first = series.days[0]?.day ?? to;
  return {
    series,
    overview: await fitnessOverview(tx, { sport, to: today }),
    mornings: await morningDays(tx, first, to),
    events: await contextEventsBetween(tx, first, addDays(today, RACES_AHEAD_DAYS)),
  };
}
