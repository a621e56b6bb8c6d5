import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AthleteId } from "@/lib/ids";
import { athletes } from "./athletes";
import { instant, ownRowsOnly } from "./columns";

/** Which part of the watched folder is the athlete's, and what the last look into it found. */
export const watchedFolders = pgTable(
  "watched_folders",
  {
    athleteId: uuid()
      .primaryKey()
      .$type<AthleteId>()
      .references(() => athletes.id, { onDelete: "cascade" }),
    /** The sub-folder; null for the folder itself. */
    folder: text(),
    /** Null before the first look. */
    lookedAt: instant(),
    /** Why nothing, or not all, could be seen; null when all is well. */
    problem: text(),
    /** Files that the last look saw. */
    files: integer().notNull().default(0),
    /** Those of them that were still being written. */
    unfinished: integer().notNull().default(0),
  },
  () => [ownRowsOnly()],
);
