import { doublePrecision, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { activities } from "./activities";
import { athleteId, bytea, ownRowsOnly } from "./columns";

/** Where an activity went, for finding others that went the same way; absent without a track. */
export const activityCourses = pgTable(
  "activity_courses",
  {
    activityId: uuid()
      .primaryKey()
      .references(() => activities.id, { onDelete: "cascade" }),
    athleteId: athleteId(),
    lengthM: doublePrecision().notNull(),
    startLatitudeDeg: doublePrecision().notNull(),
    startLongitudeDeg: doublePrecision().notNull(),
    /** Latitude and longitude in turn, in 10⁻⁷ degrees, 32-bit little-endian. */
    points: bytea().notNull(),
  },
  (t) => [index("activity_courses_length").on(t.athleteId, t.lengthM), ownRowsOnly()],
);
