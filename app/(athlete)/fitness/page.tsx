import type { Metadata } from "next";
import { FitnessScreen } from "@/components/fitness/fitness-screen";
import { fitnessDays, fitnessViewFrom } from "@/components/fitness/fitness-view";
import { fitnessPage } from "@/db/queries/fitness-page";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";

export const metadata: Metadata = { title: "Fitness" };

type FitnessPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FitnessPage({ searchParams }: FitnessPageProps) {
  const ctx = await requireAthlete();
  const view = fitnessViewFrom(await searchParams);
  const today = localDayAt(ctx.now, ctx.timeZone);
  const { from, to } = fitnessDays(view, today);
  const loaded = await ctx.tx((tx) => fitnessPage(tx, { sport: view.sport, from, to, today }));
  const races = loaded.events.flatMap(({ kind, fromDay, title }) =>
    kind === "race" && (fromDay <= to || to === today) ? [{ day: fromDay, title }] : [],
  );
  return <FitnessScreen {...loaded} view={view} today={today} races={races} />;
}
