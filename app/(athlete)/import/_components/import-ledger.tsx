"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { importProgressOptions } from "@/lib/queries/import-progress";
import {
  IMPORT_OUTCOMES,
  type ImportCounts,
  type ImportOutcome,
  type ImportProgress,
} from "@/lib/schemas/import";
import { doneOf } from "./describe-counts";
import { ImportControls } from "./import-controls";
import { ImportSummary } from "./import-summary";
import { LedgerProgress } from "./ledger-progress";
import { LedgerRow } from "./ledger-row";

type Filter = ImportOutcome | "all";

type Props = {
  batchId: string;
  /** The first page, when the server has rendered it already. */
  initial?: ImportProgress;
};

/** The live ledger of one batch: every file with its outcome, reason and way on. */
export function ImportLedger({ batchId, initial }: Props) {
  const [filter, setFilter] = useState<Filter>("all");
  const query = useInfiniteQuery({
    ...importProgressOptions(batchId, filter === "all" ? null : filter),
    ...(initial && filter === "all"
      ? { initialData: { pages: [initial], pageParams: [null] } }
      : {}),
  });
  const latest = useLatest(query.data?.pages[0]);
  useRefreshWhenOver(latest?.status);

  if (!latest) {
    return query.isError ? (
      <Alert tone="error" role="alert" title="The progress of this import could not be read">
        The import goes on by itself. <RetryButton onClick={() => void query.refetch()} />
      </Alert>
    ) : (
      <Skeleton className="h-56" />
    );
  }

  const files = query.data?.pages.flatMap((page) => page.files) ?? [];
  const options = filterOptions(latest.counts);
  return (
    <Card aria-label="Import ledger" className="flex flex-col gap-4">
      <LedgerProgress progress={latest} />
      <ImportControls batchId={batchId} status={latest.status} />
      <ImportSummary batchId={batchId} summary={latest.summary} />
      {query.isError ? (
        <Alert tone="warning" role="alert">
          The connection was lost; this is the last known state.{" "}
          <RetryButton onClick={() => void query.refetch()} />
        </Alert>
      ) : null}
      {options.length > 2 ? (
        <SegmentedControl label="Show" options={options} value={filter} onChange={setFilter} />
      ) : null}
      <ul aria-label="Files" aria-busy={query.isFetching && files.length === 0}>
        {files.map((file) => (
          <LedgerRow key={file.id} batchId={batchId} file={file} />
        ))}
      </ul>
      {files.length === 0 && !query.isFetching ? (
        <p className="text-sm text-muted">No file with this outcome.</p>
      ) : null}
      {query.hasNextPage ? (
        <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          Show more files
        </Button>
      ) : null}
      {latest.counts.waiting === 0 && latest.counts.imported + latest.counts.partial > 0 ? (
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="primary" href={"/today" as Route}>
            See today
          </LinkButton>
          <LinkButton href={"/activities" as Route}>See activities</LinkButton>
        </div>
      ) : null}
    </Card>
  );
}

function RetryButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="font-medium text-accent underline">
      Ask again
    </button>
  );
}

/** Every outcome that occurs, with its number; "all" first. */
function filterOptions(counts: ImportCounts): { value: Filter; label: string }[] {
  const { total } = doneOf(counts);
  const found = IMPORT_OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => ({
    value: outcome as Filter,
    label: `${outcome[0]?.toUpperCase()}${outcome.slice(1)} ${counts[outcome]}`,
  }));
  return [{ value: "all", label: `All ${total}` }, ...found];
}

/** Keeps what was known while another filter loads, so that the counts do not flicker. */
function useLatest(progress: ImportProgress | undefined): ImportProgress | undefined {
  const kept = useRef(progress);
  useEffect(() => {
    if (progress) kept.current = progress;
  }, [progress]);
  return progress ?? kept.current;
}

/** The rest of the page (the list of imports) comes from the server: ask for it once at the end. */
function useRefreshWhenOver(status: ImportProgress["status"] | undefined): void {
  const router = useRouter();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (status === "finished" && wasRunning.current) router.refresh();
    wasRunning.current = status !== undefined && status !== "finished";
  }, [status, router]);
}
