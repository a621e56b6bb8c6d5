"use client";

import { CircleStop, Pause, Play } from "lucide";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { pauseBatch, resumeBatch, stopBatch } from "@/lib/actions/imports";
import type { ImportProgress } from "@/lib/schemas/import";
import { useImportAction } from "./use-import-action";

/** Pause, go on, stop; nothing once it is over. */
export function ImportControls({ batchId, status }: Pick<ImportProgress, "batchId" | "status">) {
  const { run, isBusy, problem } = useImportAction();
  if (status !== "running" && status !== "paused") return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {status === "running" ? (
          <Button disabled={isBusy} onClick={() => run(() => pauseBatch({ batchId }))}>
            <Icon of={Pause} />
            Pause
          </Button>
        ) : (
          <Button
            variant="primary"
            disabled={isBusy}
            onClick={() => run(() => resumeBatch({ batchId }))}
          >
            <Icon of={Play} />
            Go on
          </Button>
        )}
        <Button disabled={isBusy} onClick={() => run(() => stopBatch({ batchId }))}>
          <Icon of={CircleStop} />
          Stop here
        </Button>
      </div>
      {problem === null ? null : (
        <Alert tone="error" role="alert">
          {problem}
        </Alert>
      )}
    </div>
  );
}
