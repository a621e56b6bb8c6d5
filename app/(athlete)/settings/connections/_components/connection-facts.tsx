import type { ConnectionState } from "@/components/connections/connection-state";
import { countWords } from "@/components/connections/count-words";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";

type Props = {
  connection: ConnectionBody;
  state: ConnectionState;
  timeZone: string;
  now: Date;
};

/** When it synced last and syncs next, and what came of it. */
export function ConnectionFacts({ connection, state, timeZone, now }: Props) {
  const [last] = connection.runs;
  const facts: readonly (readonly [string, string | null])[] = [
    ["Last success", whenAgo(connection.lastSuccessAt, timeZone, now)],
    ["Next sync", state === "syncing" ? "now" : nextWords(connection, timeZone, now)],
    [
      last?.outcome === "running" ? "Fetched so far" : "Fetched last",
      last ? countWords(last.counts) : "nothing yet",
    ],
    ["Activities in all", totalWords(connection)],
    ["Key ends", expiryWords(connection.credentialsExpireAt, timeZone, now)],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2.5">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="min-w-0">
            <dt className="text-muted">{name}</dt>
            <dd className="font-medium break-words tabular-nums">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function whenAgo(at: string | null, timeZone: string, now: Date): string {
  if (at === null) return "not yet";
  return `${describeMoment(at, timeZone)}, ${formatSpan(new Date(at), now)} ago`;
}

function nextWords({ nextSyncAt, status }: ConnectionBody, timeZone: string, now: Date): string {
  if (status === "needs_reconnect") return "once it is connected again";
  if (nextSyncAt === null) return "none planned";
  const at = new Date(nextSyncAt);
  return at <= now ? "soon" : `${describeMoment(at, timeZone)}, in ${formatSpan(now, at)}`;
}

/** Null where the vendor has none. */
function totalWords({ provider, activities, isFetchingHistory }: ConnectionBody): string | null {
  if (provider === "calendar") return null;
  const parts = [
    `${activities.fetched.toLocaleString("en-GB")} fetched`,
    activities.waiting > 0 ? `${activities.waiting.toLocaleString("en-GB")} to come` : "",
    activities.noFile > 0 ? `${activities.noFile.toLocaleString("en-GB")} without a file` : "",
    activities.failed > 0 ? `${activities.failed.toLocaleString("en-GB")} failed` : "",
    activities.removed > 0 ? `${activities.removed.toLocaleString("en-GB")} removed there` : "",
    isFetchingHistory ? "older ones still come" : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function expiryWords(at: string | null, timeZone: string, now: Date): string | null {
  if (at === null) return null;
  const ends = new Date(at);
  const moment = describeMoment(ends, timeZone);
  return ends <= now ? `${moment}: it has ended` : `${moment}, in ${formatSpan(now, ends)}`;
}
