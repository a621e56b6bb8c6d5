/**
 * Detectors by name: from daily columns to how severe the finding is and its first number.
 * Only renames; each rule is in the detector's own file.
 * Reference: the vectors format; columns that a vector leaves out are not known.
 * Valid: columns as long as each other, the last day is the morning that looks back.
 */
import { fromDayNumber } from "../../dates/local-date";
import { COLUMN_WORDS, type DailyColumn } from "../insights/detector-input";
import { DETECTOR_ENTRIES } from "../insights/detectors";
import type { MetricOutputs } from "./metric-adapter";
import type { VectorInput } from "./vector-input";

/** Any day: the rules count days and look at none. */
const DAY = fromDayNumber(20_000);
const COLUMNS = Object.keys(COLUMN_WORDS) as DailyColumn[];
const NAMES: Readonly<Record<DailyColumn, string>> = {
  ...{ hrvMs: "hrv_ms", restingHrBpm: "resting_hr_bpm", sleepS: "sleep_s" },
  ...{ respirationBrpm: "breaths_per_min", weightKg: "weight_kg" },
  ...{ feel: "feel", symptoms: "symptoms" },
  ...{ load: "load", fitness: "fitness", form: "form" },
};

export function detectorOutputs(input: VectorInput): MetricOutputs {
  const name = input.word(
    "detector",
    DETECTOR_ENTRIES.map((entry) => entry.name),
  );
  const days = input.number("days");
  const nothing = Array.from({ length: days }, () => null);
  const column = (one: DailyColumn) =>
    input.has(NAMES[one]) ? [...input.series(NAMES[one])] : nothing;
  const daily = Object.fromEntries(COLUMNS.map((one) => [one, column(one)]));
  const found = DETECTOR_ENTRIES.find((entry) => entry.name === name)?.detect({
    day: DAY,
    daily: daily as Record<DailyColumn, (number | null)[]>,
    ...{ activities: [], mornings: [], events: [], thresholds: [], ftp: null },
    ...{ bests: [], disagreements: [] },
  });
  return {
    severity: found?.severity ?? "nothing",
    first_number: found?.evidence[0]?.value ?? null,
  };
}
