import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ActivityEdit, OriginalFacts } from "@/lib/training/activity/activity-edit";
import type { DeviceInfo } from "@/lib/training/activity/activity-types";
import type { CombinedField } from "@/lib/training/activity/combine-recordings";
import type { FieldCoverage } from "@/lib/training/activity/field-coverage";
import { SPORTS } from "@/lib/training/activity/sports";
import { activities } from "./activities";
import { athleteId, createdAt, day, id, instant, ownRowsOnly } from "./columns";
import { sourceFiles } from "./imports";

/** What an activity takes from this recording, and why in one sentence. */
export type RecordingWin = { readonly field: CombinedField; readonly text: string };

/** What the source and the athlete had said of an activity that is no more. */
export type FormerFacts = {
  readonly original: OriginalFacts;
  readonly edits: readonly ActivityEdit[];
};

/** One session of a source file, and the one activity that it is a recording of. */
export const recordings = pgTable(
  "recordings",
  {
    id: id(),
    athleteId: athleteId(),
    activityId: uuid()
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    sourceFileId: uuid()
      .notNull()
      .references(() => sourceFiles.id, { onDelete: "cascade" }),
    sessionIndex: integer().notNull().default(0),
    isPartial: boolean().notNull().default(false),
    sport: text({ enum: SPORTS }).notNull(),
    startedAt: instant().notNull(),
    utcOffsetS: integer().notNull(),
    day: day().notNull(),
    elapsedS: doublePrecision().notNull(),
    timerS: doublePrecision().notNull(),
    distanceM: doublePrecision(),
    device: jsonb().$type<DeviceInfo>().notNull(),
    /** Seconds with a value, per field; null until it has been read for this. */
    coverage: jsonb().$type<FieldCoverage>(),
    wins: jsonb().$type<RecordingWin[]>().notNull().default([]),
    /** Who said that it belongs to the activity. */
    joinedBy: text({ enum: ["import", "athlete"] })
      .notNull()
      .default("import"),
    /** What the activity was before the athlete joined it to this one: given back on undo. */
    formerActivityId: uuid(),
    formerFacts: jsonb().$type<FormerFacts>(),
    /** Null while the activity has not been worked out with it yet. */
    combinedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("recordings_session").on(t.athleteId, t.sourceFileId, t.sessionIndex),
    index("recordings_activity").on(t.activityId),
    ownRowsOnly(),
  ],
);

/**
 * "These are two activities", said by the athlete of two recordings. By content, so that it
 * holds when a file is taken away and imported again; `one` sorts before `other`.
 */
export const recordingSeparations = pgTable(
  "recording_separations",
  {
    athleteId: athleteId(),
    oneSha256: text().notNull(),
    oneSession: integer().notNull(),
    otherSha256: text().notNull(),
    otherSession: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({
      name: "recording_separations_pk",
      columns: [t.athleteId, t.oneSha256, t.oneSession, t.otherSha256, t.otherSession],
    }),
    ownRowsOnly(),
  ],
);
