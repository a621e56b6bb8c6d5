import type { CourseTimes } from "@/lib/services/compare-course";
import { formatDuration } from "@/lib/units/format-duration";

const MOST_ROWS = 8;

export type CourseRow = CourseTimes["efforts"][number] & {
  readonly place: number;
  /** "+0:42" against this activity, "−1:10" where faster; null for itself. */
  readonly gap: string | null;
};

export type PreparedCourse = {
  /** "You went this way 6 times; this was your 2nd fastest." */
  readonly finding: string;
  readonly rows: readonly CourseRow[];
  /** Efforts that are not in `rows`. */
  readonly more: number;
};

/** The fastest efforts on a course, this activity always among them. */
export function prepareCourse({ efforts, place }: CourseTimes, activityId: string): PreparedCourse {
  const own = efforts.find((effort) => effort.id === activityId);
  const rows = efforts.map((effort) => ({
    ...effort,
    place: 1 + efforts.filter((other) => other.timerS < effort.timerS).length,
    gap: own === undefined || effort === own ? null : gapText(effort.timerS - own.timerS),
  }));
  const shown = rows.filter((row, i) => i < MOST_ROWS || row.id === activityId);
  return {
    finding: `You went this way ${efforts.length} times; this was your ${rank(place)}.`,
    rows: shown,
    more: rows.length - shown.length,
  };
}

function gapText(seconds: number): string {
  const whole = Math.round(seconds);
  return `${whole < 0 ? "−" : "+"}${formatDuration(Math.abs(whole))}`;
}

/** "fastest", "2nd fastest", "13th fastest". */
function rank(place: number): string {
  if (place === 1) return "fastest";
  const isTeen = place % 100 >= 11 && place % 100 <= 13;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${ending} fastest`;
}
