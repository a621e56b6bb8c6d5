import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { EDIT_KINDS } from "@/lib/training/activity/activity-edit";
import { activities } from "./activities";
import { athleteId, id, instant, ownRowsOnly } from "./columns";

/** The journal: what the athlete said about an activity, each row on its own undoable. */
export const activityEdits = pgTable(
  "activity_edits",
  {
    id: id(),
    athleteId: athleteId(),
    activityId: uuid()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    kind: text({ enum: EDIT_KINDS }).notNull(),
    /** As the kind says; null where an answer was taken back. */
    value: jsonb().$type<unknown>(),
    /** The clock, not the transaction's start: edits are applied in the order of their locks. */
    at: instant().notNull().default(sql`clock_timestamp()`),
    undoneAt: instant(),
  },
  (t) => [index("activity_edits_activity").on(t.athleteId, t.activityId, t.at), ownRowsOnly()],
);
