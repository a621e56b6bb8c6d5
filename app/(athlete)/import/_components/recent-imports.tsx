import { ArrowRight } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { ImportBatchSummary } from "@/db/queries/import-ledger";
import { describeMoment } from "@/lib/dates/describe-moment";
import { describeCounts, doneOf } from "./describe-counts";

const ORIGINS = {
  upload: "Upload",
  command_line: "Command line",
  watched_folder: "Watched folder",
  demo: "Demo data",
  sync: "Connection",
} as const;

type Props = { imports: readonly ImportBatchSummary[]; timeZone: string };

export function RecentImports({ imports, timeZone }: Props) {
  return (
    <Card aria-labelledby="recent-imports">
      <CardHeader id="recent-imports" title="Earlier imports" />
      {imports.length === 0 ? (
        <EmptyState title="Nothing imported yet" className="py-6">
          Every file that you hand over is listed here with what became of it. Importing the same
          files again changes nothing.
        </EmptyState>
      ) : (
        <ul>
          {imports.map((batch) => (
            <li key={batch.batchId} className="border-t border-line first:border-t-0">
              <Link
                href={`/import/${batch.batchId}` as Route}
                className="group flex min-h-11 items-center justify-between gap-4 py-2.5"
              >
                <span className="min-w-0">
                  <span className="block text-sm font-medium group-hover:underline">
                    {describeMoment(batch.createdAt, timeZone)}
                  </span>
                  <span className="block text-sm text-muted">{describeCounts(batch.counts)}</span>
                </span>
                <span className="flex shrink-0 items-center gap-3">
                  {batch.status === "running" || batch.status === "paused" ? (
                    <Chip tone="accent">{progressWord(batch)}</Chip>
                  ) : (
                    <Chip>{ORIGINS[batch.origin]}</Chip>
                  )}
                  <Icon of={ArrowRight} className="size-4 text-muted" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function progressWord(batch: ImportBatchSummary): string {
  const { done, total } = doneOf(batch.counts);
  return batch.status === "paused" ? `Paused at ${done} of ${total}` : `${done} of ${total}`;
}
