import {
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { CURVE_KINDS } from "@/lib/training/capacity/activity-curves";
import { activities } from "./activities";
import { athleteId, bytea, ownRowsOnly } from "./columns";

/** The best means of an activity, one row of each kind, packed by the curve codec. */
export const activityCurves = pgTable(
  "activity_curves",
  {
    activityId: uuid()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    athleteId: athleteId(),
    kind: text({ enum: CURVE_KINDS }).notNull(),
    /** Name and version of the durations. */
    grid: text().notNull(),
    bests: bytea().notNull(),
    /** Apart from the bests: an envelope of thousands of curves does without. */
    starts: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.kind] }),
    index("activity_curves_athlete").on(t.athleteId, t.kind),
    ownRowsOnly(),
  ],
);

/** The fastest time over each classic distance within an activity. */
export const bestEfforts = pgTable(
  "best_efforts",
  {
    activityId: uuid()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    athleteId: athleteId(),
    distanceM: doublePrecision().notNull(),
    durationS: doublePrecision().notNull(),
    /** Second of the activity at which it starts. */
    startS: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.distanceM] }),
    index("best_efforts_athlete").on(t.athleteId, t.distanceM, t.durationS),
    ownRowsOnly(),
  ],
);
