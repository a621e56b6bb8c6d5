import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates/format-day";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { localStart } from "./local-start";
import type { CourseRow, PreparedCourse } from "./prepare-course";

type Props = { activityId: string; course: PreparedCourse | null };

/** This activity among all that went the same way; nothing when it was the only one. */
export function CourseCard({ activityId, course }: Props) {
  if (course === null) return null;
  const hasPower = course.rows.some((row) => row.avgPowerW !== null);
  return (
    <Card aria-label="Same course">
      <CardHeader
        title={<MethodLink to="same-course">Same course</MethodLink>}
        aside="fastest first"
      />
      <p className="mb-3 max-w-[68ch] font-medium">{course.finding}</p>
      <Table caption="Times on this course">
        <thead>
          <tr>
            <th scope="col" data-numeric>
              Place
            </th>
            <th scope="col">Day</th>
            <th scope="col" data-numeric>
              Time
            </th>
            <th scope="col" data-numeric className="max-sm:hidden">
              Against this
            </th>
            <th scope="col" data-numeric>
              Heart rate
            </th>
            {hasPower ? (
              <th scope="col" data-numeric>
                Power
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {course.rows.map((row) => (
            <tr key={row.id} className={row.id === activityId ? "font-semibold" : undefined}>
              <td data-numeric>{row.place}</td>
              <th scope="row">
                <Day row={row} isThis={row.id === activityId} />
              </th>
              <td data-numeric>{formatDuration(row.timerS)}</td>
              <td data-numeric className="max-sm:hidden">
                {row.gap ?? NO_VALUE}
              </td>
              <td data-numeric>{whole(row.avgHeartRateBpm, "bpm")}</td>
              {hasPower ? <td data-numeric>{whole(row.avgPowerW, "W")}</td> : null}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-sm text-faint">
        {course.more === 0 ? null : `And ${course.more} slower. `}
        Found by the track alone: the same way, in the same direction, from the same start.
      </p>
    </Card>
  );
}

function Day({ row, isThis }: { row: CourseRow; isThis: boolean }) {
  const day = formatDay(localStart(row.startedAt, row.utcOffsetS).day, "compact");
  if (isThis) return <span aria-current="true">{day}, this one</span>;
  return (
    <Link
      href={`/activities/${row.id}` as Route}
      className="inline-block min-h-6 font-medium text-accent underline-offset-4 hover:underline"
    >
      {day}
      <span className="sr-only">, {row.title}</span>
    </Link>
  );
}

function whole(value: number | null, unit: string): string {
  return value === null ? NO_VALUE : `${Math.round(value)} ${unit}`;
}
