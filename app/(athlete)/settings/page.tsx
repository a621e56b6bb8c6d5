import type { Metadata } from "next";
import { findProfile } from "@/db/queries/find-profile";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { timeZoneGroups } from "@/lib/dates/time-zone-groups";
import { PreferencesForm } from "./_components/preferences-form";
import { ProfileForm } from "./_components/profile-form";
import { SettingsHeader } from "./_components/settings-header";
import { TimeLimitsForm } from "./_components/time-limits-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const ctx = await requireAthlete();
  const profile = await ctx.tx(findProfile);
  const { displayName, sex, birthDate, heightM, mainSport, gradedPaceModel } = profile;
  const { units, timeZone, firstWeekday, morningMinute } = profile;
  return (
    <>
      <SettingsHeader current="profile" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ProfileForm
          // The height field holds text of the old units until it is made anew.
          key={units}
          units={units}
          profile={{ displayName, sex, birthDate, heightM, mainSport, gradedPaceModel }}
        />
        <PreferencesForm
          preferences={{ units, timeZone, firstWeekday, morningMinute }}
          timeZones={timeZoneGroups()}
        />
        <TimeLimitsForm limits={profile.weekdayMinutes} />
      </div>
    </>
  );
}
