import { eq } from "drizzle-orm";
import { athletes } from "@/db/schema/athletes";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import { listThresholds } from "./list-thresholds";
import { settingsOn } from "./settings-on";

const NOBODY = { sex: null, gradedPaceModel: "observed" } as const;

/** The athlete's capacities on a day for a sport, by the rule of `settingsOn`. */
export async function thresholdsOn(
  tx: AthleteTx,
  day: LocalDate,
  sport: Sport,
): Promise<AthleteSettings> {
  const [athlete] = await tx.db
    .select({ sex: athletes.sex, gradedPaceModel: athletes.gradedPaceModel })
    .from(athletes)
    .where(eq(athletes.id, tx.athleteId));
  return settingsOn(await listThresholds(tx), athlete ?? NOBODY, day, sport);
}
