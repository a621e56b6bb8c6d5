import type { Metadata } from "next";
import { TotalsScreen } from "@/components/fitness/totals-screen";
import { totalsFrom, totalsViewFrom } from "@/components/fitness/totals-view";
import { findProfile } from "@/db/queries/find-profile";
import { sportMonotony } from "@/db/queries/sport-monotony";
import { trainingTotals } from "@/db/queries/training-totals";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { addDays } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";
import { localDayAt } from "@/lib/dates/zoned-time";

export const metadata: Metadata = { title: "Totals" };

type TotalsPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const WEEKS_OF_MONOTONY = 6;

export default async function TotalsPage({ searchParams }: TotalsPageProps) {
  const ctx = await requireAthlete();
  const view = totalsViewFrom(await searchParams);
  const today = localDayAt(ctx.now, ctx.timeZone);
  const shown = await ctx.tx(async (tx) => {
    const { units, firstWeekday } = await findProfile(tx);
    const thisWeek = startOfWeek(today, firstWeekday);
    const ends = Array.from({ length: WEEKS_OF_MONOTONY - 1 }, (_, back) =>
      addDays(thisWeek, -1 - 7 * back),
    );
    const weekEnds = [...ends.toReversed(), today];
    const from = totalsFrom(view.by, today, firstWeekday);
    const wanted = { period: view.by, from, to: today, firstWeekday };
    const totals = await trainingTotals(tx, wanted);
    const older = totals.length > 0 ? [] : await trainingTotals(tx, { ...wanted, from: null });
    return {
      units,
      weekEnds,
      totals,
      hasOlder: older.length > 0,
      monotony: await sportMonotony(tx, weekEnds),
    };
  });
  return <TotalsScreen {...shown} view={view} today={today} />;
}
