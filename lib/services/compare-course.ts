import "server-only";
import { type CourseEffort, similarCourses } from "@/db/queries/similar-courses";
import type { AthleteTx } from "@/db/scope";
import { isSameCourse } from "@/lib/training/activity/is-same-course";

export type CourseTimes = {
  /** Fastest first, this activity among them. */
  readonly efforts: readonly Omit<CourseEffort, "course">[];
  /** 1 for the fastest. Efforts of equal time share a place. */
  readonly place: number;
};

/**
 * Every time that the athlete went the way of this activity, by timer time; null when this was
 * the only one, or it has no track.
 */
export async function compareCourse(
  tx: AthleteTx,
  activityId: string,
): Promise<CourseTimes | null> {
  const similar = await similarCourses(tx, activityId);
  const own = similar.find((effort) => effort.id === activityId);
  if (own === undefined) return null;
  const efforts = similar
    .filter((effort) => effort === own || isSameCourse(own.course, effort.course))
    .map(({ course: _course, ...effort }) => effort)
    .toSorted((a, b) => a.timerS - b.timerS);
  if (efforts.length < 2) return null;
  return { efforts, place: 1 + efforts.filter((effort) => effort.timerS < own.timerS).length };
}
