import { ArrowRight } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { ImportedFile } from "@/lib/schemas/import";
import { formatBytes } from "./format-bytes";
import { Outcome } from "./outcome";

/** One file: what became of it, why, and where it went. A card on a phone, a row above. */
export function LedgerRow({ file }: { file: ImportedFile }) {
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
      <LedgerLinks file={file} />
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
