import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { RecordedSet } from "@/lib/training/activity/activity-types";
import { NO_VALUE } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { formatWeight } from "@/lib/units/format-weight";
import type { UnitSystem } from "@/lib/units/unit-system";
import { exerciseName } from "./exercise-name";
import { workedSets } from "./worked-sets";

type Props = { activity: ActivityDetail; units: UnitSystem };

/** The sets of a strength session, with the rest after each. */
export function SetsCard({ activity, units }: Props) {
  const { sets } = activity;
  const worked = workedSets(sets).map(({ set, at }) => ({ set, rest: restAfter(sets, at) }));
  if (worked.length === 0) return null;
  return (
    <Card aria-label="Sets">
      <CardHeader
        title={<MethodLink to="one-repetition-maximum">Sets</MethodLink>}
        aside={String(worked.length)}
      />
      <div className={worked.length > 20 ? "max-h-[36rem] overflow-y-auto" : undefined}>
        <Table caption="Sets of this session">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">Exercise</th>
              <th scope="col" data-numeric>
                Repetitions
              </th>
              <th scope="col" data-numeric>
                Weight
              </th>
              <th scope="col" data-numeric>
                Time
              </th>
              <th scope="col" data-numeric>
                Rest after
              </th>
            </tr>
          </thead>
          <tbody>
            {worked.map(({ set, rest }, i) => (
              <tr key={set.startS}>
                <th scope="row">{i + 1}</th>
                <td>{set.exercise === null ? NO_VALUE : <ExerciseLink code={set.exercise} />}</td>
                <td data-numeric>{set.repetitions ?? NO_VALUE}</td>
                <td data-numeric>{formatWeight(set.weightKg, units)}</td>
                <td data-numeric>{formatDuration(set.durationS)}</td>
                <td data-numeric>{formatDuration(rest)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Card>
  );
}

/** Seconds of rest before the next set; null when the device recorded none. */
function restAfter(sets: readonly RecordedSet[], index: number): number | null {
  const next = sets[index + 1];
  return next === undefined || next.isActive ? null : next.durationS;
}

/** To the history of the exercise. */
function ExerciseLink({ code }: { code: string }) {
  return (
    <Link
      href={`/fitness/strength?exercise=${encodeURIComponent(code)}` as Route}
      prefetch={false}
      className="inline-flex min-h-6 items-center hover:underline"
    >
      {exerciseName(code)}
    </Link>
  );
}
