import { doublePrecision, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { athleteId, createdAt, day, id, ownRowsOnly } from "./columns";

export const THRESHOLD_KINDS = [
  "ftp_w",
  "threshold_hr_bpm",
  "max_hr_bpm",
  "resting_hr_bpm",
  "threshold_speed_mps",
  "critical_swim_speed_mps",
  "weight_kg",
] as const;
export type ThresholdKind = (typeof THRESHOLD_KINDS)[number];

/** Capacities with the day from which they hold. `sport` "any" serves every sport without its own row. */
export const thresholds = pgTable(
  "thresholds",
  {
    id: id(),
    athleteId: athleteId(),
    kind: text({ enum: THRESHOLD_KINDS }).notNull(),
    sport: text({ enum: ["any", "cycling", "running", "swimming"] })
      .notNull()
      .default("any"),
    value: doublePrecision().notNull(),
    validFrom: day().notNull(),
    source: text({ enum: ["athlete", "device", "estimate"] })
      .notNull()
      .default("athlete"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("thresholds_natural").on(t.athleteId, t.kind, t.sport, t.validFrom),
    index("thresholds_athlete").on(t.athleteId),
    ownRowsOnly(),
  ],
);
