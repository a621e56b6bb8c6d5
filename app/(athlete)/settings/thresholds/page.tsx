import type { Metadata } from "next";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { SettingsHeader } from "../_components/settings-header";
import { groupThresholds } from "./_components/group-thresholds";
import { prepareZones } from "./_components/prepare-zones";
import { ThresholdList } from "./_components/threshold-list";
import { ZoneSets } from "./_components/zone-sets";

export const metadata: Metadata = { title: "Thresholds and zones" };

export default async function ThresholdsPage() {
  const ctx = await requireAthlete();
  const { thresholds, units } = await ctx.tx(async (tx) => ({
    thresholds: await listThresholds(tx),
    units: (await findProfile(tx)).units,
  }));
  const today = localDayAt(ctx.now, ctx.timeZone);
  return (
    <>
      <SettingsHeader current="thresholds" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ThresholdList thresholds={thresholds} units={units} today={today} />
        <div className="grid gap-4">
          <ZoneSets sets={prepareZones(groupThresholds(thresholds, today), units)} />
        </div>
      </div>
    </>
  );
}
