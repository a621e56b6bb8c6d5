import { randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import { activities, activityStreams } from "@/db/schema/activities";
import { activityCourses } from "@/db/schema/activity-courses";
import { activityCurves, bestEfforts } from "@/db/schema/bests";
import { sourceFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { EncodedStreams } from "@/db/streams/encode-streams";
import type { Course } from "@/lib/training/activity/course";
import type { Bests } from "./replace-bests";
import type { ActivityRow } from "./save-activity";
import { courseValues } from "./save-course";
import type { NewRecording } from "./save-recording";
import type { NewSourceFile } from "./store-source-file";

type FromFile = "sourceFileId" | "sessionIndex";

/** One session of a new file, with all that was found in it. */
export type NewActivity = {
  readonly row: Omit<ActivityRow, "id" | FromFile>;
  readonly streams: EncodedStreams | null;
  readonly bests: Bests;
  readonly course: Course | null;
  readonly recording: Omit<NewRecording, "activityId" | FromFile>;
};

export type NewRecordedFile = {
  readonly source: NewSourceFile;
  /** By session. */
  readonly activities: readonly NewActivity[];
};

export type AddedFile = { readonly sourceFileId: string; readonly activityIds: readonly string[] };

/**
 * Adds files that the athlete does not have, each session as an activity of its own: one
 * statement a table, however many they are. Throws when one of the files is there already.
 */
export async function addRecordedFiles(
  tx: AthleteTx,
  files: readonly NewRecordedFile[],
): Promise<AddedFile[]> {
  const { athleteId } = tx;
  const named = files.map((file) => ({
    ...file,
    sourceFileId: randomUUID(),
    activities: file.activities.map((activity) => ({ ...activity, id: randomUUID() })),
  }));
  const all = named.flatMap(({ sourceFileId, activities: sessions }) =>
    sessions.map((activity, sessionIndex) => ({
      ...activity,
      of: { athleteId, activityId: activity.id },
      from: { athleteId, sourceFileId, sessionIndex },
    })),
  );
  await insert(
    tx,
    sourceFiles,
    named.map(({ source, sourceFileId: id }) => ({ ...source, id, athleteId })),
  );
  await insert(
    tx,
    activities,
    all.map(({ row, id, from }) => ({ ...row, id, ...from })),
  );
  await insert(
    tx,
    activityStreams,
    all.flatMap(({ streams, of }) => (streams ? [{ ...streams, ...of }] : [])),
  );
  await insert(
    tx,
    activityCurves,
    all.flatMap(({ bests, of }) => bests.curves.map((curve) => ({ ...curve, ...of }))),
  );
  await insert(
    tx,
    bestEfforts,
    all.flatMap(({ bests, of }) => bests.efforts.map((effort) => ({ ...effort, ...of }))),
  );
  await insert(
    tx,
    activityCourses,
    all.flatMap(({ course, of }) => (course ? [{ ...courseValues(course), ...of }] : [])),
  );
  await insert(
    tx,
    recordings,
    all.map(({ recording, id: activityId, from }) => ({ ...recording, ...from, activityId })),
  );
  return named.map(({ sourceFileId, activities: sessions }) => ({
    sourceFileId,
    activityIds: sessions.map(({ id }) => id),
  }));
}

async function insert<Table extends PgTable>(
  tx: AthleteTx,
  table: Table,
  values: Table["$inferInsert"][],
): Promise<void> {
  if (values.length > 0) await tx.db.insert(table).values(values);
}
