import { countWords } from "@/components/connections/count-words";
import { Table } from "@/components/ui/table";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";

type Run = ConnectionBody["runs"][number];

const WHY = {
  connected: "connected",
  schedule: "by the clock",
  morning: "in the morning",
  opened: "you opened Formline",
  asked: "you asked",
  webhook: "the vendor said so",
} as const satisfies Record<Run["trigger"], string>;

const OUTCOMES = {
  running: "Running",
  done: "Done",
  partial: "In part",
  failed: "Failed",
} as const satisfies Record<Run["outcome"], string>;

/** The latest tries; folded away, because most days all is well. */
export function SyncHistory({ runs, timeZone }: { runs: readonly Run[]; timeZone: string }) {
  return (
    <details className="border-t border-line pt-3">
      <summary className="min-h-6 cursor-pointer font-medium">History</summary>
      {runs.length === 0 ? (
        <p className="mt-2 text-muted">Nothing yet: the first sync is on its way.</p>
      ) : (
        <Table caption="Latest syncs, the newest first" className="mt-1">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Outcome</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {describeMoment(run.startedAt, timeZone)}
                  <span className="block text-muted">{WHY[run.trigger]}</span>
                </th>
                <td className="whitespace-nowrap">
                  {OUTCOMES[run.outcome]}
                  {run.finishedAt ? (
                    <span className="block text-muted">
                      in {formatSpan(new Date(run.startedAt), new Date(run.finishedAt))}
                    </span>
                  ) : null}
                </td>
                <td className="sm:min-w-40">
                  {run.problem ?? null}
                  {run.problem === null || Object.keys(run.counts).length > 0 ? (
                    <p>{countWords(run.counts)}</p>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </details>
  );
}
