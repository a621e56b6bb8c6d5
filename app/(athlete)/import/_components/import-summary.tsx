"use client";

import { RotateCcw } from "lucide";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { retryFiles } from "@/lib/actions/imports";
import type { ImportSummary as Summary } from "@/lib/schemas/import";
import { describeGain } from "./describe-gain";
import { useImportAction } from "./use-import-action";

type Props = { batchId: string; summary: Summary | null };

/** What an import brought, and what it did not take and why; nothing while it runs. */
export function ImportSummary({ batchId, summary }: Props) {
  const { run, isBusy, problem } = useImportAction();
  if (summary === null) return null;
  const { causes } = summary;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{describeGain(summary)}</p>
      {causes.length === 0 ? null : (
        <ul aria-label="Causes" className="flex flex-col gap-1.5">
          {causes.map(({ code, reason, files }) => (
            <li
              key={code}
              className="grid grid-cols-[minmax(1.5rem,auto)_minmax(0,1fr)] gap-x-2 text-sm"
            >
              <span className="font-medium tabular-nums">{files}</span>
              <span className="text-muted">{reason}</span>
            </li>
          ))}
        </ul>
      )}
      {causes.some((cause) => cause.isRetriable) ? (
        <div>
          <Button
            disabled={isBusy}
            onClick={() => run(() => retryFiles({ batchId, fileId: null }))}
          >
            <Icon of={RotateCcw} />
            Try these again
          </Button>
        </div>
      ) : null}
      {problem === null ? null : (
        <Alert tone="error" role="alert">
          {problem}
        </Alert>
      )}
    </div>
  );
}
