import type { Metadata } from "next";
import { FitnessScreen } from "@/components/fitness/fitness-screen";
import { fitnessDays, fitnessViewFrom } from "@/components/fitness/fitness-view";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { fitnessOverview } from "@/db/queries/fitness-overview";
import { getFitnessSeries } from "@/db/queries/fitness-series";
import { morningDays } from "@/db/queries/morning-days";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";

export const metadata: Metadata = { title: "Fitness" };

/** A season's races; one further off is no news yet. */
const RACES_AHEAD_DAYS = 366;

type FitnessPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FitnessPage({ searchParams }: FitnessPageProps) {
  const ctx = await requireAthlete();
  const view = fitnessViewFrom(await searchParams);
  const today = localDayAt(ctx.now, ctx.timeZone);
  const { from, to } = fitnessDays(view, today);
  const loaded = await ctx.tx(async (tx) => {
    const series = await getFitnessSeries(tx, { sport: view.sport, from, to });
    const first = series.days[0]?.day ?? to;
    return {
      series,
      overview: await fitnessOverview(tx, { sport: view.sport, to: today }),
      mornings: await morningDays(tx, first, to),
      events: await contextEventsBetween(tx, first, addDays(today, RACES_AHEAD_DAYS)),
    };
  });
  const races = loaded.events.flatMap(({ kind, fromDay, title }) =>
    kind === "race" && (fromDay <= to || to === today) ? [{ day: fromDay, title }] : [],
  );
  return <FitnessScreen {...loaded} view={view} today={today} races={races} />;
}
