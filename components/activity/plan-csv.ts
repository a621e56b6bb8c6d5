import { csv } from "@/lib/csv";
import { NO_VALUE } from "@/lib/units/conversion";
import type { PlanRow } from "./prepare-plan";

const HEADINGS = [
  "Step",
  "Planned",
  "Outcome",
  "From (s)",
  "To (s)",
  "Done",
  "Mean",
  "In range",
  "Start",
];

/** The table's rows as a file; what the table has a dash for is an empty cell. */
export function planCsv(rows: readonly PlanRow[]): string {
  const text = (value: string) => (value === NO_VALUE ? null : value);
  return csv(
    HEADINGS,
    rows.map((row) => [
      row.step,
      row.planned,
      row.status,
      row.fromS,
      row.toS,
      row.status === "skipped" ? null : row.done,
      ...[row.mean, row.inRange, row.start].map(text),
    ]),
  );
}
