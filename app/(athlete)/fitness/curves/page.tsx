import type { Metadata } from "next";
import { curveSpans } from "@/components/fitness/curve-spans";
import { CurvesScreen } from "@/components/fitness/curves-screen";
import { curvesViewFrom } from "@/components/fitness/curves-view";
import { curveSports } from "@/db/queries/curve-sports";
import { curvesBetween } from "@/db/queries/curves-between";
import { findProfile } from "@/db/queries/find-profile";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { describeCapacity } from "@/lib/services/describe-capacity";

export const metadata: Metadata = { title: "Curves" };

type CurvesPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CurvesPage({ searchParams }: CurvesPageProps) {
  const ctx = await requireAthlete();
  const search = await searchParams;
  const today = localDayAt(ctx.now, ctx.timeZone);
  const loaded = await ctx.tx(async (tx) => {
    const { units, mainSport } = await findProfile(tx);
    const known = await curveSports(tx);
    const view = curvesViewFrom(search, known, mainSport);
    const curves =
      view === null
        ? []
        : await curvesBetween(tx, { sport: view.sport, kind: view.kind, from: null, to: today });
    return { units, mainSport, known, view, curves, capacity: await describeCapacity(tx, today) };
  });
  const { view, capacity } = loaded;
  const showsCriticalPower = view?.sport === "cycling" && view.kind === "power";
  return (
    <CurvesScreen
      known={loaded.known}
      mainSport={loaded.mainSport}
      units={loaded.units}
      shown={view === null ? null : { view, spans: curveSpans(loaded.curves, today) }}
      criticalPower={showsCriticalPower ? capacity.criticalPower : null}
      vo2max={capacity.vo2max}
    />
  );
}
