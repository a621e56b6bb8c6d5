import type { Metadata } from "next";
import { curveLook } from "@/components/curves/curve-look";
import { distanceRecords, timeRecords } from "@/components/fitness/prepare-records";
import { RecordsScreen } from "@/components/fitness/records-screen";
import { recordKind, recordSports } from "@/components/fitness/records-view";
import { curveSports } from "@/db/queries/curve-sports";
import { findProfile } from "@/db/queries/find-profile";
import { effortSports } from "@/db/queries/top-efforts";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { listRecords } from "@/lib/services/list-records";

export const metadata: Metadata = { title: "Records" };

type RecordsPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RecordsPage({ searchParams }: RecordsPageProps) {
  const ctx = await requireAthlete();
  const wanted = (await searchParams).sport;
  const today = localDayAt(ctx.now, ctx.timeZone);
  const { units, mainSport, sports, sport, kind, records } = await ctx.tx(async (tx) => {
    const profile = await findProfile(tx);
    const known = await curveSports(tx);
    const sports = recordSports(known, await effortSports(tx), profile.mainSport);
    const sport = sports.find((one) => one === wanted) ?? sports[0] ?? null;
    const kind = sport === null ? null : recordKind(known, sport);
    const records = sport === null ? null : await listRecords(tx, { sport, kind, to: today });
    return { units: profile.units, mainSport: profile.mainSport, sports, sport, kind, records };
  });
  const look = curveLook(kind ?? "power", sport ?? mainSport, units);
  return (
    <RecordsScreen
      sports={sports}
      sport={sport}
      byDistance={distanceRecords(records?.efforts ?? [])}
      byTime={timeRecords(records?.means ?? [], records?.titles ?? new Map(), look)}
      timeLabel={kind === null ? null : look.label}
      outlook={records?.outlook ?? null}
    />
  );
}
