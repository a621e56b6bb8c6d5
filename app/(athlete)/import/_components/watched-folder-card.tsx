import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { WatchedPlaceState } from "@/db/queries/watched-folder";
import { describeMoment } from "@/lib/dates/describe-moment";
import { describeLook } from "./describe-look";

type Props = {
  /** Of the watched folder, without the path to it. */
  name: string;
  /** Null when no part of it is the athlete's. */
  place: WatchedPlaceState | null;
  timeZone: string;
};

/** Which folder is watched, and what the last look into it found. */
export function WatchedFolderCard({ name, place, timeZone }: Props) {
  return (
    <Card aria-labelledby="watched-folder">
      <CardHeader id="watched-folder" title="Watched folder" />
      {place === null ? (
        <p className="text-sm text-muted">
          This server watches a folder for new files. To use it, ask whoever runs the server for a
          sub-folder named by your e-mail address.
        </p>
      ) : (
        <>
          <p className="text-sm text-muted">
            Files in{" "}
            <span className="font-medium break-words text-ink">
              {place.folder === null ? name : `${name}/${place.folder}`}
            </span>{" "}
            on the server are imported by themselves, a few minutes after they were copied. They
            stay where they are; each is taken once.
          </p>
          {place.problem === null ? null : (
            <Alert tone="warning" className="mt-3">
              {place.problem}
            </Alert>
          )}
          <p className="mt-3 text-sm">
            {place.lookedAt === null
              ? "Nobody has looked into it yet; that happens every two minutes."
              : `Last look ${describeMoment(place.lookedAt, timeZone)}: ${describeLook(place)}`}
          </p>
        </>
      )}
    </Card>
  );
}
