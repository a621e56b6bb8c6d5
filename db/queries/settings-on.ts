import type { ThresholdKind } from "@/db/schema/settings";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { Sport } from "@/lib/training/activity/sports";
import type { Threshold } from "./list-thresholds";

const FIELD_OF_KIND = {
  ftp_w: "ftpW",
  threshold_hr_bpm: "thresholdHeartRateBpm",
  max_hr_bpm: "maxHeartRateBpm",
  resting_hr_bpm: "restingHeartRateBpm",
  threshold_speed_mps: "thresholdSpeedMps",
  critical_swim_speed_mps: "criticalSwimSpeedMps",
  weight_kg: "weightKg",
} as const satisfies Record<ThresholdKind, keyof AthleteSettings>;

/**
 * The capacities that hold on a day for a sport: of each kind the newest by then, the
 * sport's own before the one for any sport; null where none holds yet.
 */
export function settingsOn(
  thresholds: readonly Threshold[],
  athlete: Pick<AthleteSettings, "sex" | "gradedPaceModel">,
  day: LocalDate,
  sport: Sport | null,
): AthleteSettings {
  const value = (kind: ThresholdKind): number | null => {
    const held = thresholds.filter(
      (threshold) => threshold.kind === kind && threshold.validFrom <= day,
    );
    return (newest(held, sport) ?? newest(held, "any"))?.value ?? null;
  };
  const entries = Object.entries(FIELD_OF_KIND).map(([kind, field]) => [
    field,
    value(kind as ThresholdKind),
  ]);
  const { sex, gradedPaceModel } = athlete;
  const capacities = Object.fromEntries(entries) as Omit<AthleteSettings, keyof typeof athlete>;
  return { sex, gradedPaceModel, ...capacities };
}

function newest(held: readonly Threshold[], sport: Sport | "any" | null): Threshold | undefined {
  return held
    .filter((threshold) => threshold.sport === sport)
    .reduce<Threshold | undefined>(
      (best, threshold) =>
        best === undefined || threshold.validFrom > best.validFrom ? threshold : best,
      undefined,
    );
}
