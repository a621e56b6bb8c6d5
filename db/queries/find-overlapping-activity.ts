import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/activity-types";

export type RecordedSpan = {
  readonly sport: Sport;
  readonly startedAt: Date;
  readonly elapsedS: number;
  /** Sessions of one file are never duplicates of each other. */
  readonly exceptSourceFileId?: string;
};

export type OtherRecording = {
  readonly id: string;
  readonly day: LocalDate;
  readonly isPartial: boolean;
};

/** SIG-8. */
const SAME_START_S = 120;
const SAME_SHARE = 0.5;

/**
 * The activity that this recording is another recording of (SIG-8): the same sport (or none
 * known), and either begun within two minutes of it or sharing more than half of the shorter
 * one's time. The one that begins nearest; null when there is none.
 */
export async function findOverlappingActivity(
  tx: AthleteTx,
  span: RecordedSpan,
): Promise<OtherRecording | null> {
  const start = sql`${span.startedAt.toISOString()}::timestamptz`;
  const end = sql`(${start} + make_interval(secs => ${span.elapsedS}))`;
  const itsEnd = sql`(${activities.startedAt} + make_interval(secs => ${activities.elapsedS}))`;
  const startGap = sql`abs(extract(epoch from ${activities.startedAt} - ${start}))`;
  const shared = sql`extract(epoch from least(${itsEnd}, ${end}) - greatest(${activities.startedAt}, ${start}))`;
  const shorter = sql`least(${activities.elapsedS}, ${span.elapsedS}::double precision)`;
  // By what its own file said: an edit of the sport makes it no other activity.
  const itsSport = sql`coalesce(${activities.original} ->> 'sport', ${activities.sport})`;
  const otherFile =
    span.exceptSourceFileId === undefined
      ? undefined
      : or(isNull(activities.sourceFileId), ne(activities.sourceFileId, span.exceptSourceFileId));
  const [match] = await tx.db
    .select({ id: activities.id, day: activities.day, isPartial: activities.isPartial })
    .from(activities)
    .where(
      and(
        eq(activities.athleteId, tx.athleteId),
        // A file that ends before its sport was written may be anything.
        span.sport === "other"
          ? undefined
          : or(eq(itsSport, span.sport), and(eq(itsSport, "other"), activities.isPartial)),
        // Bounds on the indexed column first: an activity of more than four days is none.
        sql`${activities.startedAt} between ${start} - interval '4 days' and ${end} + interval '2 minutes'`,
        or(sql`${startGap} <= ${SAME_START_S}`, sql`${shared} > ${SAME_SHARE} * ${shorter}`),
        otherFile,
      ),
    )
    .orderBy(asc(startGap))
    .limit(1);
  return match ?? null;
}
