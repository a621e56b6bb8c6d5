/**
 * The nights whose value comes from where the newest one does: "garmin" of "garmin:sleep".
 * HRV-5: another device is another baseline. Reference: science.md 9. Valid: nights of any order.
 */
import type { LocalDate } from "../../dates/local-date";

function ofLastSource<Night extends { readonly day: LocalDate }>(
  nights: readonly Night[],
  value: (night: Night) => number | null,
  source: (night: Night) => string | null,
): Night[] {
  const measured = nights.filter((night) => value(night) !== null);
  const vendor = (night: Night) => source(night)?.split(":")[0];
  const newest = measured.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];
  return newest ? measured.filter((night) => vendor(night) === vendor(newest)) : [];
}

type MeasuredNight = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly hrvSource: string | null;
  readonly restingHrBpm: number | null;
  readonly sources: Readonly<Record<string, string>>;
};

export function nightsOfLastSource<Night extends MeasuredNight>(
  nights: readonly Night[],
): { readonly hrv: Night[]; readonly restingHr: Night[] } {
  return {
    hrv: ofLastSource(
      nights,
      (night) => night.hrvRmssdMs,
      (night) => night.hrvSource,
    ),
    restingHr: ofLastSource(
      nights,
      (night) => night.restingHrBpm,
      (night) => night.sources.restingHrBpm ?? null,
    ),
  };
}
