import type { Metadata } from "next";
import { InsightsScreen } from "@/components/insights/insights-screen";
import { insightsViewFrom } from "@/components/insights/insights-view";
import { insightsOn } from "@/db/queries/insights-on";
import { knownDays } from "@/db/queries/known-days";
import { requireAthlete } from "@/lib/auth/current-athlete";

export const metadata: Metadata = { title: "Insights" };

type InsightsPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InsightsPage({ searchParams }: InsightsPageProps) {
  const ctx = await requireAthlete();
  const view = insightsViewFrom(await searchParams);
  const { insights, known } = await ctx.tx(async (tx) => ({
    insights: await insightsOn(tx, ctx.now),
    known: await knownDays(tx),
  }));
  return <InsightsScreen insights={insights} known={known} view={view} timeZone={ctx.timeZone} />;
}
