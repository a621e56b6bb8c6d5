import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareScreen } from "@/components/compare/compare-screen";
import { compareViewFrom } from "@/components/compare/compare-view";
import type { Recording } from "@/components/compare/recording";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityStreams } from "@/db/queries/activity-streams";
import { comparableActivities } from "@/db/queries/comparable-activities";
import { findProfile } from "@/db/queries/find-profile";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { compareStreams } from "@/lib/services/compare-streams";

export const metadata: Metadata = { title: "Compare activities" };

type ComparePageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `?a=…&b=…`, ids of two activities; `by=distance` lays them along the way. */
export default async function ComparePage({ searchParams }: ComparePageProps) {
  const ctx = await requireAthlete();
  const view = compareViewFrom(await searchParams);
  if (view === null) notFound();
  const loaded = await ctx.tx(async (tx) => {
    const recording = async (id: string): Promise<Recording | null> => {
      const activity = await activityDetail(tx, id);
      return activity && { activity, streams: await activityStreams(tx, id) };
    };
    const a = await recording(view.a);
    if (a === null) return null;
    return {
      a,
      b: view.b === null ? null : await recording(view.b),
      candidates: await comparableActivities(tx, a.activity),
      units: (await findProfile(tx)).units,
    };
  });
  if (loaded === null || (view.b !== null && loaded.b === null)) notFound();
  const { a, b } = loaded;
  const compared = a.streams && b?.streams ? compareStreams(a.streams, b.streams, view.by) : null;
  return <CompareScreen {...loaded} view={view} compared={compared} />;
}
