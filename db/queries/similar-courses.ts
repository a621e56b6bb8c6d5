import { and, between, desc, eq } from "drizzle-orm";
import { activities, activityCourses } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { decodeCoursePoints } from "@/db/streams/course-points";
import { isUuid } from "@/lib/ids";
import type { Course } from "@/lib/training/activity/course";
import { lengthTolerance } from "@/lib/training/activity/is-same-course";

/** The same way cannot begin further off, in degrees: some 200 m north or, in the Arctic, east. */
const START_LATITUDE_DEG = 0.002;
const START_LONGITUDE_DEG = 0.01;
/** The newest; nobody repeats a course more often than they can remember. */
const MOST_CANDIDATES = 300;

export type CourseEffort = {
  readonly id: string;
  readonly title: string;
  readonly startedAt: Date;
  readonly utcOffsetS: number;
  readonly timerS: number;
  readonly avgHeartRateBpm: number | null;
  readonly avgPowerW: number | null;
  readonly course: Course;
};

/**
 * The efforts of the same sport that may be on the course of this activity by length and
 * start, itself among them, newest first; empty when it has no course.
 */
export async function similarCourses(tx: AthleteTx, activityId: string): Promise<CourseEffort[]> {
  if (!isUuid(activityId)) return [];
  const [own] = await tx.db
    .select({
      sport: activities.sport,
      lengthM: activityCourses.lengthM,
      latitude: activityCourses.startLatitudeDeg,
      longitude: activityCourses.startLongitudeDeg,
    })
    .from(activityCourses)
    .innerJoin(
      activities,
      and(
        eq(activities.id, activityCourses.activityId),
        eq(activities.athleteId, activityCourses.athleteId),
      ),
    )
    .where(
      and(eq(activityCourses.athleteId, tx.athleteId), eq(activityCourses.activityId, activityId)),
    );
  if (own === undefined) return [];
  const { latitude, longitude } = own;
  const reachM = lengthTolerance(own.lengthM * 1.1);
  const rows = await tx.db
    .select({
      id: activities.id,
      title: activities.title,
      startedAt: activities.startedAt,
      utcOffsetS: activities.utcOffsetS,
      timerS: activities.timerS,
      avgHeartRateBpm: activities.avgHeartRateBpm,
      avgPowerW: activities.avgPowerW,
      lengthM: activityCourses.lengthM,
      points: activityCourses.points,
    })
    .from(activityCourses)
    .innerJoin(
      activities,
      and(
        eq(activities.id, activityCourses.activityId),
        eq(activities.athleteId, activityCourses.athleteId),
      ),
    )
    .where(
      and(
        eq(activityCourses.athleteId, tx.athleteId),
        eq(activities.sport, own.sport),
        between(activityCourses.lengthM, own.lengthM - reachM, own.lengthM + reachM),
        between(
          activityCourses.startLatitudeDeg,
          latitude - START_LATITUDE_DEG,
          latitude + START_LATITUDE_DEG,
        ),
        between(
          activityCourses.startLongitudeDeg,
          longitude - START_LONGITUDE_DEG,
          longitude + START_LONGITUDE_DEG,
        ),
      ),
    )
    .orderBy(desc(activities.startedAt))
    .limit(MOST_CANDIDATES);
  return rows.map(({ lengthM, points, ...effort }) => ({
    ...effort,
    course: decodeCoursePoints(lengthM, points),
  }));
}
