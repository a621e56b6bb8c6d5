import type { Metadata } from "next";
import { curveSpans } from "@/components/fitness/curve-spans";
import { CurvesScreen } from "@/components/fitness/curves-screen";
import { curvesViewFrom } from "@/components/fitness/curves-view";
import { durabilityFrom, seasonDurability } from "@/components/fitness/season-durability";
import { curveSports } from "@/db/queries/curve-sports";
import { curvesBetween } from "@/db/queries/curves-between";
import { findProfile } from "@/db/queries/find-profile";
import { tiredCurvesBetween } from "@/db/queries/tired-curves-between";
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
    const showsPower = view?.sport === "cycling" && view.kind === "power";
    const tired = showsPower ? await tiredCurvesBetween(tx, durabilityFrom(today), today) : [];
    const capacity = await describeCapacity(tx, today);
    return { units, mainSport, known, view, showsPower, curves, tired, capacity };
  });
  const { view, showsPower, curves, capacity } = loaded;
  return (
    <CurvesScreen
      known={loaded.known}
      mainSport={loaded.mainSport}
      units={loaded.units}
      shown={view === null ? null : { view, spans: curveSpans(curves, today) }}
      criticalPower={showsPower ? capacity.criticalPower : null}
      durability={showsPower ? seasonDurability(curves, loaded.tired, today) : null}
      vo2max={capacity.vo2max}
    />
  );
}
