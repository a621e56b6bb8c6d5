import type { Metadata } from "next";
import { TrackRecordScreen } from "@/components/recovery/track-record-screen";
import { findProfile } from "@/db/queries/find-profile";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { showTrackRecord } from "@/lib/services/show-track-record";

export const metadata: Metadata = { title: "Track record" };

type TrackRecordPageProps = {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `?table=calibration` shows the chart's numbers, too. */
export default async function TrackRecordPage({ searchParams }: TrackRecordPageProps) {
  const ctx = await requireAthlete();
  const today = localDayAt(ctx.now, ctx.timeZone);
  const { shown, profile } = await ctx.tx(async (tx) => ({
    shown: await showTrackRecord(tx, today),
    profile: await findProfile(tx),
  }));
  const isTableShown = (await searchParams).table === "calibration";
  return (
    <TrackRecordScreen
      shown={shown}
      ownWeights={profile.ownWeights}
      today={today}
      isTableShown={isTableShown}
    />
  );
}
