import type { Metadata } from "next";
import { FtpSuggestion } from "@/components/fitness/ftp-suggestion";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { localDayAt } from "@/lib/dates/zoned-time";
import { estimateCriticalPower } from "@/lib/services/estimate-critical-power";
import { suggestFtp } from "@/lib/services/suggest-ftp";
import { SettingsHeader } from "../_components/settings-header";
import { groupThresholds } from "./_components/group-thresholds";
import { prepareZones } from "./_components/prepare-zones";
import { ThresholdList } from "./_components/threshold-list";
import { ZoneSets } from "./_components/zone-sets";

export const metadata: Metadata = { title: "Thresholds and zones" };

export default async function ThresholdsPage() {
  const ctx = await requireAthlete();
  const today = localDayAt(ctx.now, ctx.timeZone);
  const { thresholds, units, ftp } = await ctx.tx(async (tx) => ({
    thresholds: await listThresholds(tx),
    units: (await findProfile(tx)).units,
    ftp: await suggestFtp(tx, await estimateCriticalPower(tx, today)),
  }));
  return (
    <>
      <SettingsHeader current="thresholds" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ThresholdList thresholds={thresholds} units={units} today={today} />
        <div className="grid gap-4">
          {ftp === null ? null : (
            <Card aria-labelledby="ftp-suggestion">
              <CardHeader
                id="ftp-suggestion"
                title={<MethodLink to="critical-power">FTP, as your rides have it</MethodLink>}
              />
              <FtpSuggestion {...ftp} />
            </Card>
          )}
          <ZoneSets sets={prepareZones(groupThresholds(thresholds, today), units)} />
        </div>
      </div>
    </>
  );
}
