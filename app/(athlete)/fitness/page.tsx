import type { Metadata } from "next";
import { FitnessScreen } from "@/components/fitness/fitness-screen";
import { fitnessFrom, fitnessViewFrom } from "@/components/fitness/fitness-view";
import { getFitnessSeries } from "@/db/queries/fitness-series";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";

export const metadata: Metadata = { title: "Fitness" };

type FitnessPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FitnessPage({ searchParams }: FitnessPageProps) {
  const ctx = await requireAthlete();
  const view = fitnessViewFrom(await searchParams);
  const to = localDayAt(ctx.now, ctx.timeZone);
  const from = fitnessFrom(view, to);
  const series = await ctx.tx((tx) => getFitnessSeries(tx, { sport: view.sport, from, to }));
  return <FitnessScreen series={series} view={view} />;
}
