import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { wallClockAt } from "@/lib/dates/zoned-time";
import { isUuid } from "@/lib/ids";
import type { OriginalFacts } from "@/lib/training/activity/activity-edit";
import type { LoadAlternative } from "@/lib/training/activity/activity-types";

export type ActivityFacts = {
  readonly day: LocalDate;
  /** 0-23, where the activity began. */
  readonly localHour: number;
  readonly timerS: number;
  readonly loads: readonly LoadAlternative[];
  readonly original: OriginalFacts;
  readonly sourceFileId: string | null;
};

/** What edits of an activity start from; null when the athlete has no such activity. */
export async function activityFacts(tx: AthleteTx, id: string): Promise<ActivityFacts | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.db
    .select({
      day: activities.day,
      startedAt: activities.startedAt,
      utcOffsetS: activities.utcOffsetS,
      timerS: activities.timerS,
      loads: activities.loads,
      sourceFileId: activities.sourceFileId,
      original: activities.original,
      title: activities.title,
      sport: activities.sport,
      subSport: activities.subSport,
      rpe: activities.rpe,
      remark: activities.remark,
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)));
  if (row === undefined) return null;
  const { day, startedAt, utcOffsetS, timerS, loads, sourceFileId, original, ...unedited } = row;
  const wall = new Date(startedAt.getTime() + utcOffsetS * 1000);
  return {
    day,
    localHour: wallClockAt(wall, "UTC").hour,
    timerS,
    loads,
    original: original ?? unedited,
    sourceFileId,
  };
}
