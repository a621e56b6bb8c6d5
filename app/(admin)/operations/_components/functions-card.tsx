import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import type { JobItem } from "@/lib/services/list-jobs";
import { functionName, functionPurpose } from "./function-name";

type Props = {
  functions: readonly JobItem[];
  timeZone: string;
  now: Date;
  className?: string;
};

/** Every background function with how its runs stand. */
export function FunctionsCard({ functions, timeZone, now, className }: Props) {
  return (
    <Card aria-labelledby="functions" className={className}>
      <CardHeader id="functions" title="Background functions" />
      {functions.length === 0 ? (
        <EmptyState title="None in this database" className="py-6">
          Where an Inngest server runs the jobs, it shows them itself.
        </EmptyState>
      ) : (
        <Table caption="Background functions with how their runs stand">
          <thead>
            <tr>
              <th scope="col">Function</th>
              <th scope="col">Next by the clock</th>
              <th scope="col" data-numeric>
                To do
              </th>
              <th scope="col" data-numeric>
                Oldest waits
              </th>
              <th scope="col" data-numeric>
                Completed
              </th>
              <th scope="col" data-numeric>
                Failed
              </th>
              <th scope="col" data-numeric>
                Gave up
              </th>
            </tr>
          </thead>
          <tbody>
            {functions.map(({ functionId, runs, nextAt, oldestReadyAt, openDeadLetters }) => (
              <tr key={functionId}>
                <th scope="row" className="min-w-48 font-normal">
                  <Link
                    href={`/operations/runs?function=${encodeURIComponent(functionId)}` as Route}
                    className="text-accent underline underline-offset-4"
                  >
                    {functionName(functionId)}
                  </Link>
                  <p className="text-xs text-muted">{functionPurpose(functionId)}</p>
                </th>
                <td className="whitespace-nowrap">
                  {nextAt === null ? "–" : describeMoment(nextAt, timeZone)}
                </td>
                <td data-numeric>{runs.queued + runs.running + runs.waiting}</td>
                <td data-numeric className="whitespace-nowrap">
                  {oldestReadyAt === null ? "–" : formatSpan(oldestReadyAt, now)}
                </td>
                <td data-numeric>{runs.completed}</td>
                <td data-numeric>{runs.failed}</td>
                <td data-numeric>{openDeadLetters}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
