import "server-only";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import { settingsOn } from "@/db/queries/settings-on";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteSettings, Sport } from "@/lib/training/activity/activity-types";

/** All that the athlete has ever told of their capacities, to be asked day by day. */
export type Capacities = {
  on(day: LocalDate, sport: Sport): AthleteSettings;
  /** Equal for equal answers. */
  readonly version: string;
};

/** Read once for many activities. */
export async function capacitiesOf(tx: AthleteTx): Promise<Capacities> {
  const { sex } = await findProfile(tx);
  const thresholds = await listThresholds(tx);
  return {
    on: (day, sport) => settingsOn(thresholds, sex, day, sport),
    version: JSON.stringify([sex, thresholds]),
  };
}
