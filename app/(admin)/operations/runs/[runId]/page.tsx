import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { type JobRunItem, type JobStepItem, jobRunDetail } from "@/db/queries/job-pages";
import { requireAdmin } from "@/lib/auth/current-admin";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatMillis, formatSpan } from "@/lib/dates/format-span";
import { isUuid } from "@/lib/ids";
import { functionName, functionPurpose } from "../../_components/function-name";
import { RunStatus } from "../../_components/run-status";

export const metadata: Metadata = { title: "Job run" };

type Props = { params: Promise<{ runId: string }> };

export default async function JobRunPage({ params }: Props) {
  const ctx = await requireAdmin();
  const { runId } = await params;
  const found = isUuid(runId) ? await ctx.tx((tx) => jobRunDetail(tx, runId)) : null;
  if (!found) notFound();
  const { run, steps } = found;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Link href={"/operations/runs" as Route} className="underline underline-offset-4">
            Job runs
          </Link>
        }
        title={functionName(run.functionId)}
        description={functionPurpose(run.functionId)}
        actions={<RunStatus status={run.status} />}
      />
      {run.error ? (
        <Alert tone={run.status === "failed" ? "error" : "warning"} className="mb-4">
          {run.error.name}: {run.error.message}
        </Alert>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[320px_minmax(0,1fr)]">
        <Facts run={run} timeZone={ctx.timeZone} now={ctx.now} />
        <Steps steps={steps} timeZone={ctx.timeZone} />
      </div>
    </>
  );
}

function Facts({ run, timeZone, now }: { run: JobRunItem; timeZone: string; now: Date }) {
  const moment = (at: Date | null) => (at === null ? "–" : describeMoment(at, timeZone));
  const facts: readonly (readonly [string, string])[] = [
    ["Asked for", moment(run.createdAt)],
    ["Begun", moment(run.startedAt)],
    ["Ended", moment(run.finishedAt)],
    ["Took", run.startedAt ? formatSpan(run.startedAt, run.finishedAt ?? now) : "–"],
    ["Next due", moment(run.runAt)],
    ["Failed tries of the next step", String(run.attempt)],
    ["Input (SHA-256)", run.inputHash],
    ["Run", run.id],
  ];
  return (
    <Card aria-labelledby="facts">
      <CardHeader id="facts" title="This run" />
      <dl className="flex flex-col gap-2.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="font-medium break-words tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const STEP_WORDS = {
  planned: "To come",
  pending: "Waiting",
  done: "Done",
  failed: "Failed",
} as const;

function Steps({ steps, timeZone }: { steps: readonly JobStepItem[]; timeZone: string }) {
  return (
    <Card aria-labelledby="steps">
      <CardHeader id="steps" title="Steps" aside={`${steps.length} so far`} />
      {steps.length === 0 ? (
        <EmptyState title="No step yet">
          A step is listed once it has ended or has been planned.
        </EmptyState>
      ) : (
        <Table caption="Steps of the run in the order in which they ended">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">State</th>
              <th scope="col" data-numeric>
                Took
              </th>
              <th scope="col" data-numeric>
                Tries that failed
              </th>
              <th scope="col">Ended</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              // Two steps of a run may have the same name; their order does not change.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
              <tr key={index}>
                <th scope="row" className="font-normal">
                  {step.name}
                  {step.error ? <p className="mt-1 text-muted">{step.error.message}</p> : null}
                </th>
                <td className="whitespace-nowrap">{STEP_WORDS[step.status]}</td>
                <td data-numeric className="whitespace-nowrap">
                  {step.durationMs === null ? "–" : formatMillis(step.durationMs)}
                </td>
                <td data-numeric>{step.attempt}</td>
                <td className="whitespace-nowrap">
                  {step.finishedAt ? describeMoment(step.finishedAt, timeZone) : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
