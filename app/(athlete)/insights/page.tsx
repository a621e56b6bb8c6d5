import type { Metadata } from "next";
import { InsightsScreen } from "@/components/insights/insights-screen";
import { insightsViewFrom } from "@/components/insights/insights-view";
import { findProfile } from "@/db/queries/find-profile";
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
  const { insights, known, units } = await ctx.tx(async (tx) => ({
    insights: await insightsOn(tx, ctx.now),
    known: await knownDays(tx),
    units: (await findProfile(tx)).units,
  }));
  return <InsightsScreen {...{ insights, known, view, units }} timeZone={ctx.timeZone} />;
}
