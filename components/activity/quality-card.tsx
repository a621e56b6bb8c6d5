import { Info, TriangleAlert } from "lucide";
import type { Route } from "next";
import Link from "next/link";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Icon } from "@/components/ui/icon";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { QualityNote } from "@/lib/training/activity/activity-types";
import { qualityCost } from "@/lib/training/activity/quality-cost";
import { cn } from "@/lib/utils";
import { deviceName } from "./device-name";
import { weatherNotes } from "./weather-notes";

/** What the recording lacks or what was mended, what that costs, and where it came from. */
export function QualityCard({ activity }: { activity: ActivityDetail }) {
  const { device, files, streamsLengthS } = activity;
  const notes = [...activity.notes, ...weatherNotes(activity)];
  const name = deviceName(device);
  return (
    <Card aria-label="Data quality">
      <CardHeader title={<MethodLink to="resampling">Data quality</MethodLink>} />
      {notes.length === 0 ? (
        <p className="text-sm text-muted">
          {streamsLengthS === null
            ? "Totals only: there is no recording to look into."
            : "No gap, spike or guess was noted."}
        </p>
      ) : (
        <ul className="flex flex-col gap-2.5 text-sm">
          {notes.map((note) => (
            <Note key={`${note.code} ${note.text}`} note={note} />
          ))}
        </ul>
      )}
      <dl className="mt-4 flex flex-col gap-1 border-t border-line pt-3 text-sm text-faint">
        {name === null ? null : (
          <div>
            <dt className="sr-only">Recorded with</dt>
            <dd>Recorded with {name}</dd>
          </div>
        )}
        {files.map((file) => (
          <div key={`${file.name} ${file.isDuplicate}`}>
            <dt className="sr-only">{file.isDuplicate ? "Also told by" : "Read from"}</dt>
            <dd className="break-words">
              {file.isDuplicate
                ? `${file.name}: another recording, its load not counted again`
                : file.name}
              {file.reason === null || file.isDuplicate ? null : ` – ${file.reason}`}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-sm">
        <Link
          href={`/activities/${activity.id}/sources` as Route}
          className="inline-flex min-h-6 items-center text-accent underline-offset-4 hover:underline max-md:min-h-11"
        >
          {files.some((file) => file.isDuplicate)
            ? "What comes from which recording"
            : "Recordings of this activity"}
        </Link>
      </p>
    </Card>
  );
}

function Note({ note }: { note: QualityNote }) {
  const isWarning = note.severity === "warning";
  const icon = isWarning ? TriangleAlert : Info;
  const cost = qualityCost(note.code);
  return (
    <li className="flex gap-2">
      <Icon
        of={icon}
        className={cn("mt-px size-4 shrink-0", isWarning ? "text-ease" : "text-faint")}
      />
      <span>
        <span className="sr-only">{isWarning ? "Warning: " : "Note: "}</span>
        {note.text}
        {cost === null ? null : <span className="mt-0.5 block text-muted">{cost}</span>}
      </span>
    </li>
  );
}
