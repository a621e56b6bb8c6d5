import { and, asc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { hasHiddenStart, itsStartIsHidden } from "@/db/hidden-start";
import { activities } from "@/db/schema/activities";
import { sourceFiles } from "@/db/schema/imports";
import { recordingSeparations, recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";

export type RecordedSpan = {
  readonly sport: Sport;
  readonly startedAt: Date;
  readonly elapsedS: number;
  /** Seconds that its clock is ahead of UTC; without, it hides no start. */
  readonly utcOffsetS?: number;
  /** Sessions of one file are never duplicates of each other. */
  readonly exceptSourceFileId?: string;
  /** Which session of that file it is; 0 for a plain one. */
  readonly sessionIndex?: number;
};

export type OtherRecording = {
  readonly id: string;
  readonly day: LocalDate;
  readonly isPartial: boolean;
};

/** SIG-8. */
const SAME_START_S = 120;
const SAME_SHARE = 0.5;

/** Where the start is hidden, the same length says that it is the same activity. */
const SAME_LENGTH_S = 60;
const SAME_LENGTH_SHARE = 0.02;

/**
 * The activity that this recording is another recording of (SIG-8): the same sport (or none
 * known), and either begun within two minutes of it or sharing more than half of the shorter
 * one's time. Where one of them hides when it began, the same day and length. The one that
 * begins nearest; null when there is none. Activities that the athlete said are others are
 * passed over.
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
        sql`${activities.startedAt} between ${start} - interval '4 days' and greatest(${end}, ${start} + interval '1 day') + interval '2 minutes'`,
        or(
          sql`${startGap} <= ${SAME_START_S}`,
          sql`${shared} > ${SAME_SHARE} * ${shorter}`,
          sameDayAndLength(span, start),
        ),
        otherFile,
        notToldApart(tx, span),
      ),
    )
    .orderBy(asc(startGap))
    .limit(1);
  return match ?? null;
}

/** Midnight's first second stands for a start that is not told; see `hasHiddenStart`. */
function sameDayAndLength(span: RecordedSpan, start: SQL): SQL {
  const alike = sql`abs(${activities.elapsedS} - ${span.elapsedS}::double precision)
    <= greatest(${SAME_LENGTH_S}, ${SAME_LENGTH_SHARE} * ${activities.elapsedS})`;
  const day = sql`interval '1 day'`;
  const isAfter = hasHiddenStart(span)
    ? sql`or ${activities.startedAt} between ${start} and ${start} + ${day}`
    : sql``;
  return sql`(${alike} and (
    (${itsStartIsHidden} and ${start} between ${activities.startedAt} and ${activities.startedAt} + ${day})
    ${isAfter}))`;
}

/** The athlete told this recording apart from none of the activity's, nor is it beside its own parts. */
function notToldApart(tx: AthleteTx, span: RecordedSpan): SQL | undefined {
  if (span.exceptSourceFileId === undefined) return undefined;
  const its = sql`(file.sha256, its.session_index)`;
  const mine = sql`(mine.sha256, ${span.sessionIndex ?? 0})`;
  return sql`not exists (
    select 1 from ${recordings} its
    join ${sourceFiles} file on file.id = its.source_file_id and file.athlete_id = its.athlete_id
    join ${sourceFiles} mine on mine.id = ${span.exceptSourceFileId} and mine.athlete_id = its.athlete_id
    where its.athlete_id = ${tx.athleteId} and its.activity_id = ${activities.id} and (
      its.source_file_id = mine.id or exists (
        select 1 from ${recordingSeparations} apart
        where apart.athlete_id = its.athlete_id and (
          ((apart.one_sha256, apart.one_session) = ${its} and (apart.other_sha256, apart.other_session) = ${mine})
          or ((apart.one_sha256, apart.one_session) = ${mine} and (apart.other_sha256, apart.other_session) = ${its})))))`;
}
