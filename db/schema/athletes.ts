import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgPolicy,
  pgRole,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { MemoryEdits } from "@/lib/assistant/memory/memory-edits";
import type { LocalDate } from "@/lib/dates/local-date";
import type { AthleteId, UserId } from "@/lib/ids";
import { GRADED_PACE_MODELS } from "@/lib/training/activity/activity-types";
import type { OwnWeights } from "@/lib/training/recovery/recovery-types";
import { instantColumn as instant } from "./instant";
import { users } from "./users";

/** A person whose training is followed. One per user for now; a coach has none. */
export const athletes = pgTable(
  "athletes",
  {
    id: uuid().primaryKey().defaultRandom().$type<AthleteId>(),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    displayName: text().notNull(),
    sex: text({ enum: ["m", "f"] }),
    birthDate: date({ mode: "string" }).$type<LocalDate>(),
    heightM: doublePrecision(),
    timeZone: text().notNull(),
    units: text({ enum: ["metric", "imperial"] })
      .notNull()
      .default("metric"),
    /** 1 = Monday … 7 = Sunday. */
    firstWeekday: integer().notNull().default(1),
    /** Minutes after local midnight at which the morning runs. */
    morningMinute: integer().notNull().default(360),
    mainSport: text({ enum: ["cycling", "running", "swimming"] })
      .notNull()
      .default("running"),
    /** Minutes that each weekday leaves for training, Monday first; null = no limit. */
    weekdayMinutes: jsonb().$type<(number | null)[]>(),
    /** What takes the hills out of a run's pace, and so counts for its load. */
    gradedPaceModel: text({ enum: GRADED_PACE_MODELS }).notNull().default("observed"),
    /** The FTP that was suggested when the athlete last chose to keep their own. */
    refusedFtpW: doublePrecision(),
    /** Weights of the recovery score that the athlete took as their own, the oldest first. */
    ownWeights: jsonb().$type<OwnWeights[]>().notNull().default([]),
    /** What the athlete changed of what is kept in mind of them. */
    memoryEdits: jsonb().$type<MemoryEdits>().notNull().default({}),
    isDemo: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("athletes_user").on(t.userId),
    pgPolicy("own_row_only", {
      as: "permissive",
      for: "all",
      to: pgRole("formline_app").existing(),
      using: sql`id = nullif(current_setting('app.athlete_id', true), '')::uuid`,
      withCheck: sql`id = nullif(current_setting('app.athlete_id', true), '')::uuid`,
    }),
  ],
);
