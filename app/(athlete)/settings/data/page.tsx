import { Download } from "lucide";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Icon } from "@/components/ui/icon";
import { type ArchiveSize, archiveSize } from "@/db/queries/archive-size";
import { requireAthlete } from "@/lib/auth/current-athlete";
import { SettingsHeader } from "../_components/settings-header";

type Props = { searchParams: Promise<{ wait?: string | string[] }> };

export const metadata: Metadata = { title: "Your data" };

export default async function DataPage({ searchParams }: Props) {
  const ctx = await requireAthlete();
  const [{ wait }, size] = await Promise.all([searchParams, ctx.tx(archiveSize)]);
  return (
    <>
      <SettingsHeader current="data" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <DownloadCard size={size} isTooOften={wait !== undefined} />
        <BringBackCard />
      </div>
    </>
  );
}

const CONTENTS = [
  ["Original files", "every recording and night, byte for byte as you gave it"],
  ["All values", "yours, ours and the device's, with check-ins and every morning's reasons (JSON)"],
  ["Tables", "activities, days and nights for a spreadsheet (CSV)"],
  ["A manifest", "with a checksum of each file, so that damage is noticed"],
] as const;

function DownloadCard({ size, isTooOften }: { size: ArchiveSize; isTooOften: boolean }) {
  return (
    <Card aria-labelledby="download">
      <CardHeader id="download" title="Download everything" />
      {isTooOften ? (
        <Alert tone="warning" role="status" className="mb-3">
          You have downloaded your archive six times in the last hour. Wait a little and try again.
        </Alert>
      ) : null}
      <p className="text-sm text-muted">
        One ZIP archive with all that is yours: {contents(size)}. No password and no sign-in is in
        it.
      </p>
      <dl className="mt-3 flex flex-col gap-1.5 text-sm">
        {CONTENTS.map(([name, what]) => (
          <div key={name}>
            <dt className="inline font-medium">{name}: </dt>
            <dd className="inline text-muted">{what}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action="/api/export" className="mt-4 border-t border-line pt-4">
        <Button type="submit" variant="primary">
          <Icon of={Download} />
          Download archive
        </Button>
        <p className="mt-2 text-sm text-muted">
          Your browser saves it and shows how much has come. Keep it somewhere safe: it is your
          health data, in the clear.
        </p>
      </form>
    </Card>
  );
}

function BringBackCard() {
  return (
    <Card aria-labelledby="bring-back">
      <CardHeader id="bring-back" title="Bring it back" />
      <p className="text-sm text-muted">
        On a new server, whoever runs it restores the archive with one command: the same numbers,
        the same mornings, the same files.
      </p>
      <pre className="mt-3 rounded-control bg-sunken p-3 text-sm break-words whitespace-pre-wrap">
        <code>formline restore formline.zip --password-stdin</code>
      </pre>
      <p className="mt-3 text-sm text-muted">
        Dropped on{" "}
        <Link href={"/import" as Route} className="text-accent underline underline-offset-4">
          Import
        </Link>
        , its original files are added to what is there already; what you have is not counted twice.
        Check-ins, titles and answers come back by the command only.
      </p>
    </Card>
  );
}

const MB = 1_000_000;

function contents({ activities, originals, originalBytes }: ArchiveSize): string {
  if (originals === 0) return "so far no activity and no file";
  const size = originalBytes < MB ? "less than 1 MB" : `${Math.round(originalBytes / MB)} MB`;
  return `${plural(activities, "activity", "activities")} and ${plural(originals, "original file", "original files")} (${size} unpacked)`;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
