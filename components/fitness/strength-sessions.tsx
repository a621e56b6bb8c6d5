import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates/format-day";
import type { BestSet, ExerciseSession } from "@/lib/training/strength/exercise-history";
import { KILOGRAMS_PER_POUND, NO_VALUE } from "@/lib/units/conversion";
import { formatLoad } from "@/lib/units/format-load";
import { formatWeight } from "@/lib/units/format-weight";
import type { UnitSystem } from "@/lib/units/unit-system";

type Props = {
  name: string;
  /** Oldest first. */
  sessions: readonly ExerciseSession[];
  units: UnitSystem;
};

/** The sessions of one exercise, newest first; each day opens its activity. */
export function StrengthSessions({ name, sessions, units }: Props) {
  return (
    <Card aria-labelledby="sessions">
      <CardHeader id="sessions" title="Sessions" aside={String(sessions.length)} />
      <div
        className={
          sessions.length > 15 ? "max-h-[29rem] overflow-y-auto border-b border-line" : undefined
        }
      >
        <Table
          caption={`${name}, newest first`}
          className="[&_td]:py-1.5 [&_td]:whitespace-nowrap [&_tbody_th]:py-1"
        >
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" data-numeric>
                Sets
              </th>
              <th scope="col" data-numeric>
                Repetitions
              </th>
              <th scope="col" data-numeric>
                Top weight
              </th>
              <th scope="col" data-numeric>
                Volume
              </th>
              <th scope="col" data-numeric>
                Best set
              </th>
              <th scope="col" data-numeric>
                <MethodLink to="one-repetition-maximum">Maximum, estimate</MethodLink>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.toReversed().map((session) => (
              <tr key={session.activityId}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  <Link
                    href={`/activities/${session.activityId}` as Route}
                    prefetch={false}
                    className="inline-flex min-h-6 items-center text-ink hover:underline"
                  >
                    {formatDay(session.day, "compact")}
                  </Link>
                </th>
                <td data-numeric>{session.sets}</td>
                <td data-numeric>{session.repetitions ?? NO_VALUE}</td>
                <td data-numeric>{formatWeight(session.topWeightKg, units)}</td>
                <td data-numeric>{volumeText(session.volumeKg, units)}</td>
                <td data-numeric>{bestText(session.best, units)}</td>
                <td data-numeric className="font-medium">
                  {formatWeight(session.best?.maximumKg ?? null, units)}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="mt-3 text-sm text-muted">
        Volume is repetitions × weight. The maximum is an estimate by Epley’s formula, from sets of
        up to 10 repetitions with a weight; a dash means that there was none.
      </p>
    </Card>
  );
}

function bestText(best: BestSet | null, units: UnitSystem): string {
  return best === null ? NO_VALUE : `${best.repetitions} × ${formatWeight(best.weightKg, units)}`;
}

/** Whole kilograms or pounds: a tenth of them means nothing in a sum. */
function volumeText(volumeKg: number | null, units: UnitSystem): string {
  if (volumeKg === null) return NO_VALUE;
  return units === "metric"
    ? `${formatLoad(volumeKg)} kg`
    : `${formatLoad(volumeKg / KILOGRAMS_PER_POUND)} lb`;
}
