"use client";

import { QueryProvider } from "@/components/shell/query-provider";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { DropZone } from "./drop-zone";
import { formatBytes } from "./format-bytes";
import { ImportLedger } from "./import-ledger";
import type { UploadFailure, UploadProgress } from "./upload-batch";
import { useUpload } from "./use-upload";

/** Files in, and what becomes of them. */
export function ImportDesk() {
  const { state, send, stop } = useUpload();
  return (
    <QueryProvider>
      <div className="flex flex-col gap-4">
        <DropZone onFiles={send} isBusy={state.phase === "sending"} />
        {state.phase === "sending" ? <Sending progress={state.progress} onStop={stop} /> : null}
        {state.phase === "failed" ? (
          <Alert tone="error" role="alert" title="The import could not begin">
            {state.message}
          </Alert>
        ) : null}
        {state.phase === "sent" ? (
          <>
            <NotSent failures={state.failures} />
            {state.batchId === null ? null : (
              <ImportLedger key={state.batchId} batchId={state.batchId} />
            )}
          </>
        ) : null}
      </div>
    </QueryProvider>
  );
}

function Sending({ progress, onStop }: { progress: UploadProgress; onStop: () => void }) {
  const { sentBytes, totalBytes, sentFiles, totalFiles } = progress;
  return (
    <Card aria-label="Upload" className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-4">
        <div>
          <p className="text-lg font-semibold tracking-[-0.01em]">
            Sending {totalFiles === 1 ? "1 file" : `${totalFiles} files`}
          </p>
          <p className="text-sm text-muted tabular-nums">
            {sentFiles} of {totalFiles} · {formatBytes(sentBytes)} of {formatBytes(totalBytes)}
          </p>
        </div>
        <Button size="sm" onClick={onStop}>
          Stop
        </Button>
      </div>
      <Progress
        label="Upload"
        value={sentBytes}
        max={Math.max(1, totalBytes)}
        valueText={`${sentFiles} of ${totalFiles} files`}
      />
    </Card>
  );
}

function NotSent({ failures }: { failures: readonly UploadFailure[] }) {
  if (failures.length === 0) return null;
  return (
    <Alert
      tone="warning"
      role="alert"
      title={
        failures.length === 1 ? "1 file was not sent" : `${failures.length} files were not sent`
      }
    >
      <ul className="mt-1 max-h-48 overflow-y-auto">
        {failures.map(({ name, reason }) => (
          <li key={`${name} ${reason}`} className="break-words">
            <span className="font-medium">{name}</span>: {reason}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
