import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { activityCourses } from "@/db/schema/activity-courses";
import type { AthleteTx } from "@/db/scope";
import { encodeCoursePoints } from "@/db/streams/course-points";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import type { Course } from "@/lib/training/activity/course";

/**
 * Makes this the course of an activity; null takes it away.
 * Throws "not_found" when the athlete has no such activity.
 */
export async function saveCourse(
  tx: AthleteTx,
  activityId: string,
  course: Course | null,
): Promise<void> {
  // A foreign key looks past row-level security, so whose activity it is must be asked.
  const [own] = isUuid(activityId)
    ? await tx.db
        .select({ id: activities.id })
        .from(activities)
        .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, activityId)))
    : [];
  if (own === undefined) throw notFound("This activity");
  if (course === null) {
    await tx.db
      .delete(activityCourses)
      .where(
        and(
          eq(activityCourses.athleteId, tx.athleteId),
          eq(activityCourses.activityId, activityId),
        ),
      );
    return;
  }
  const values = courseValues(course);
  await tx.db
    .insert(activityCourses)
    .values({ activityId, athleteId: tx.athleteId, ...values })
    .onConflictDoUpdate({
      target: activityCourses.activityId,
      set: values,
      setWhere: eq(activityCourses.athleteId, tx.athleteId),
    });
}

/** A course as the columns of its row. */
export function courseValues(course: Course) {
  return {
    lengthM: course.lengthM,
    startLatitudeDeg: course.latitudeDeg[0] ?? 0,
    startLongitudeDeg: course.longitudeDeg[0] ?? 0,
    points: encodeCoursePoints(course),
  };
}
