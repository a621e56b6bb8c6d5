import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { requireAdmin } from "@/lib/auth/current-admin";
import { checkHealth } from "@/lib/services/check-health";
import { listJobs } from "@/lib/services/list-jobs";
import { FunctionsCard } from "./_components/functions-card";
import { OperationsHeader } from "./_components/operations-header";
import { QualityCard } from "./_components/quality-card";
import { QueueCard } from "./_components/queue-card";
import { ServerCard } from "./_components/server-card";
import { VendorsCard } from "./_components/vendors-card";

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage() {
  const ctx = await requireAdmin();
  const health = await checkHealth(ctx);
  const jobs = await listJobs(ctx);
  return (
    <>
      <OperationsHeader current="overview" />
      {health.problems.length === 0 ? (
        <Alert tone="success" className="mb-4">
          All is well.
        </Alert>
      ) : (
        <Alert tone="warning" title="Somebody should look at this" className="mb-4">
          <ul className="mt-1 list-inside list-disc">
            {health.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <QueueCard queue={jobs.queue} now={ctx.now} />
        <ServerCard health={health} timeZone={ctx.timeZone} now={ctx.now} />
        <VendorsCard
          vendors={health.vendors}
          model={health.model}
          now={ctx.now}
          className="lg:col-span-2"
        />
        {health.model && <QualityCard quality={health.model.quality} className="lg:col-span-2" />}
        <FunctionsCard
          functions={jobs.items}
          timeZone={ctx.timeZone}
          now={ctx.now}
          className="lg:col-span-2"
        />
      </div>
    </>
  );
}
