import type { Metadata } from "next";
import { StrengthScreen } from "@/components/fitness/strength-screen";
import { strengthViewFrom } from "@/components/fitness/strength-view";
import { findProfile } from "@/db/queries/find-profile";
import { strengthSets } from "@/db/queries/strength-sets";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { exerciseHistory } from "@/lib/training/strength/exercise-history";

export const metadata: Metadata = { title: "Strength" };

type StrengthPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StrengthPage({ searchParams }: StrengthPageProps) {
  const ctx = await requireAthlete();
  const view = strengthViewFrom(await searchParams);
  const { profile, sets } = await ctx.tx(async (tx) => ({
    profile: await findProfile(tx),
    sets: await strengthSets(tx),
  }));
  return (
    <StrengthScreen
      history={exerciseHistory(sets)}
      view={view}
      today={localDayAt(ctx.now, ctx.timeZone)}
      firstWeekday={profile.firstWeekday}
      units={profile.units}
    />
  );
}
