import "server-only";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds, type Threshold } from "@/db/queries/list-thresholds";
import { settingsOn } from "@/db/queries/settings-on";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";

/** All that the athlete has ever told of their capacities, to be asked day by day. */
export type Capacities = {
  on(day: LocalDate, sport: Sport): AthleteSettings;
};

/** The same as plain data, to be sent to another process. */
export type ToldCapacities = Pick<AthleteSettings, "sex" | "gradedPaceModel"> & {
  readonly thresholds: readonly Threshold[];
};

/** Read once for many activities. */
export async function capacitiesOf(tx: AthleteTx): Promise<Capacities> {
  return capacitiesFrom(await toldCapacities(tx));
}

export async function toldCapacities(tx: AthleteTx): Promise<ToldCapacities> {
  const { sex, gradedPaceModel } = await findProfile(tx);
  return { sex, gradedPaceModel, thresholds: await listThresholds(tx) };
}

export function capacitiesFrom({ thresholds, ...profile }: ToldCapacities): Capacities {
  return { on: (day, sport) => settingsOn(thresholds, profile, day, sport) };
}
