import { ArrowRight } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { retryFiles } from "@/lib/actions/imports";
import { type ImportedFile, isWorthRetrying } from "@/lib/schemas/import";
import { formatBytes } from "./format-bytes";
import { Outcome } from "./outcome";
import { useImportAction } from "./use-import-action";

/** One file: what became of it, why, and where it went. A card on a phone, a row above. */
export function LedgerRow({ batchId, file }: { batchId: string; file: ImportedFile }) {
  return (
    <li className="grid gap-x-4 gap-y-1.5 border-t border-line py-3 @2xl:grid-cols-[7rem_minmax(0,1fr)_auto] @2xl:items-baseline">
      <div>
        <Outcome of={file.status} />
      </div>
      <div className="min-w-0">
        <p className="truncate text-sm font-medium" title={file.name}>
          {file.name}
          <span className="ml-2 font-normal text-faint">{formatBytes(file.byteLength)}</span>
        </p>
        {file.reason ? <p className="text-sm text-muted">{file.reason}</p> : null}
      </div>
      {isWorthRetrying(file.reasonCode) ? (
        <TryAgain batchId={batchId} file={file} />
      ) : (
        <LedgerLinks file={file} />
      )}
    </li>
  );
}

function LedgerLinks({ file }: { file: ImportedFile }) {
  const { activityIds, duplicateOfActivityId, wellnessDays } = file;
  if (duplicateOfActivityId !== null) {
    return <ActivityLink id={duplicateOfActivityId}>The one you have</ActivityLink>;
  }
  if (wellnessDays.length > 0) {
    return (
      <Link href={"/recovery" as Route} className={linkStyle}>
        {wellnessDays.length === 1 ? "1 day" : `${wellnessDays.length} days`}
        <Icon of={ArrowRight} className="size-3.5" />
      </Link>
    );
  }
  if (activityIds.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-3">
      {activityIds.map((id, index) => (
        <ActivityLink key={id} id={id}>
          {activityIds.length === 1 ? "Open" : `Part ${index + 1}`}
        </ActivityLink>
      ))}
    </div>
  );
}

function TryAgain({ batchId, file }: { batchId: string; file: ImportedFile }) {
  const { run, isBusy, problem } = useImportAction();
  return (
    <div>
      <Button
        size="sm"
        disabled={isBusy}
        aria-label={`Try ${file.name} again`}
        onClick={() => run(() => retryFiles({ batchId, fileId: file.id }))}
      >
        Try again
      </Button>
      {problem === null ? null : (
        <p role="alert" className="mt-1 text-sm text-rest">
          {problem}
        </p>
      )}
    </div>
  );
}

const linkStyle =
  "inline-flex min-h-6 items-center gap-1 text-sm font-medium text-accent hover:underline max-md:min-h-11";

function ActivityLink({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <Link href={`/activities/${id}` as Route} className={linkStyle}>
      {children}
      <Icon of={ArrowRight} className="size-3.5" />
    </Link>
  );
}
