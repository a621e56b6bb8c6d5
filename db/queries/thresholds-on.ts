import { and, desc, eq, inArray, lte } from "drizzle-orm";
import { athletes } from "@/db/schema/athletes";
import { type ThresholdKind, thresholds } from "@/db/schema/settings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteSettings, Sport } from "@/lib/training/activity/activity-types";

const FIELD_OF_KIND = {
  ftp_w: "ftpW",
  threshold_hr_bpm: "thresholdHeartRateBpm",
  max_hr_bpm: "maxHeartRateBpm",
  resting_hr_bpm: "restingHeartRateBpm",
  threshold_speed_mps: "thresholdSpeedMps",
  critical_swim_speed_mps: "criticalSwimSpeedMps",
  weight_kg: "weightKg",
} as const satisfies Record<ThresholdKind, keyof AthleteSettings>;

const NOTHING_KNOWN = {
  weightKg: null,
  ftpW: null,
  thresholdHeartRateBpm: null,
  maxHeartRateBpm: null,
  restingHeartRateBpm: null,
  thresholdSpeedMps: null,
  criticalSwimSpeedMps: null,
};

/**
 * The athlete's capacities on a day, for a sport: of each kind the newest that holds by then,
 * the sport's own before the one for any sport. Null where none holds yet.
 */
export async function thresholdsOn(
  tx: AthleteTx,
  day: LocalDate,
  sport: Sport,
): Promise<AthleteSettings> {
  const [athlete] = await tx.db
    .select({ sex: athletes.sex })
    .from(athletes)
    .where(eq(athletes.id, tx.athleteId));
  const held = await tx.db
    .selectDistinctOn([thresholds.kind, thresholds.sport], {
      kind: thresholds.kind,
      sport: thresholds.sport,
      value: thresholds.value,
    })
    .from(thresholds)
    .where(
      and(
        eq(thresholds.athleteId, tx.athleteId),
        lte(thresholds.validFrom, day),
        inArray(thresholds.sport, ["any", ...ownSport(sport)]),
      ),
    )
    .orderBy(thresholds.kind, thresholds.sport, desc(thresholds.validFrom));
  // "any" first, so that the sport's own value overwrites it.
  const ordered = held.sort((a, b) => Number(b.sport === "any") - Number(a.sport === "any"));
  const values = Object.fromEntries(ordered.map((row) => [FIELD_OF_KIND[row.kind], row.value]));
  return { sex: athlete?.sex ?? null, ...NOTHING_KNOWN, ...values };
}

function ownSport(sport: Sport): ("cycling" | "running" | "swimming")[] {
  return sport === "cycling" || sport === "running" || sport === "swimming" ? [sport] : [];
}
