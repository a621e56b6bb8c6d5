import type { LocalDate } from "@/lib/dates/local-date";
import {
  THRESHOLD_LIMITS,
  THRESHOLD_NAMES,
  type ThresholdName,
  type ThresholdSport,
} from "@/lib/schemas/threshold";

export type ThresholdRow = {
  readonly id: string;
  readonly kind: ThresholdName;
  readonly sport: ThresholdSport;
  /** SI. */
  readonly value: number;
  readonly validFrom: LocalDate;
  readonly source: "athlete" | "device" | "estimate";
};

export type ThresholdGroup = {
  readonly kind: ThresholdName;
  readonly sport: ThresholdSport;
  /** What holds on the day; null when nothing does yet. */
  readonly current: ThresholdRow | null;
  /** All that ever held, the newest first. */
  readonly history: readonly ThresholdRow[];
};

/** One group for each kind and sport that has a value, and one for each kind without any. */
export function groupThresholds(rows: readonly ThresholdRow[], today: LocalDate): ThresholdGroup[] {
  return THRESHOLD_NAMES.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const usual = THRESHOLD_LIMITS[kind].sports[0];
    const sports = new Set(ofKind.length > 0 ? ofKind.map((row) => row.sport) : [usual]);
    return [...sports].map((sport) => {
      const history = ofKind
        .filter((row) => row.sport === sport)
        .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
      return {
        kind,
        sport,
        current: history.find((row) => row.validFrom <= today) ?? null,
        history,
      };
    });
  });
}
