import type { ConnectionState } from "@/components/connections/connection-state";
import { countWords } from "@/components/connections/count-words";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatDay } from "@/lib/dates/format-day";
import { formatSpan } from "@/lib/dates/format-span";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";

type Props = {
  connection: ConnectionBody;
  state: ConnectionState;
  timeZone: string;
  now: Date;
};

type Fact = {
  readonly name: string;
  readonly value: string;
  /** The same in other words: an age, a share. */
  readonly aside?: string;
};

/** When it synced last and syncs next, and what came of it. */
export function ConnectionFacts({ connection, state, timeZone, now }: Props) {
  const facts = [
    lastSuccess(connection, timeZone, now),
    nextSync(connection, state, timeZone, now),
    fetchedLast(connection),
    inAll(connection),
    keyEnds(connection, timeZone, now),
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
      {facts.map((fact) =>
        fact === null ? null : (
          <div key={fact.name} className="min-w-0">
            <dt className="text-muted">{fact.name}</dt>
            <dd className="break-words tabular-nums">
              <span className="font-medium">{fact.value}</span>
              {fact.aside ? <span className="block text-muted">{fact.aside}</span> : null}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

const JUST_NOW_MS = 60_000;

function lastSuccess({ lastSuccessAt }: ConnectionBody, timeZone: string, now: Date): Fact {
  const name = "Last success";
  if (lastSuccessAt === null) return { name, value: "not yet" };
  const at = new Date(lastSuccessAt);
  const isFresh = now.getTime() - at.getTime() < JUST_NOW_MS;
  const aside = isFresh ? "just now" : `${formatSpan(at, now)} ago`;
  return { name, value: describeMoment(at, timeZone), aside };
}

function nextSync(
  { nextSyncAt, status }: ConnectionBody,
  state: ConnectionState,
  timeZone: string,
  now: Date,
): Fact {
  const name = "Next sync";
  if (state === "syncing") return { name, value: "now" };
  if (status === "needs_reconnect") return { name, value: "once it is connected again" };
  if (nextSyncAt === null) return { name, value: "none planned" };
  const at = new Date(nextSyncAt);
  if (at <= now) return { name, value: "soon" };
  return { name, value: describeMoment(at, timeZone), aside: `in ${formatSpan(now, at)}` };
}

function fetchedLast({ runs: [last] }: ConnectionBody): Fact {
  if (!last) return { name: "Fetched last", value: "nothing yet" };
  if (last.outcome !== "running") return { name: "Fetched last", value: countWords(last.counts) };
  const isEmpty = Object.keys(last.counts).length === 0;
  return { name: "Fetched so far", value: isEmpty ? "nothing yet" : countWords(last.counts) };
}

/** Null where the vendor has no activities. */
function inAll({ provider, activities, isFetchingHistory }: ConnectionBody): Fact | null {
  if (provider === "calendar") return null;
  const rest: readonly (readonly [number, string])[] = [
    [activities.waiting, "to come"],
    [activities.noFile, "without a file"],
    [activities.failed, "failed"],
    [activities.removed, "removed there"],
  ];
  const aside = rest
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString("en-GB")} ${what}`);
  if (isFetchingHistory) aside.push("older ones still come");
  return {
    name: "Activities in all",
    value: `${activities.fetched.toLocaleString("en-GB")} fetched`,
    aside: aside.join(", "),
  };
}

/** Null for what refreshes by itself without end. */
function keyEnds(
  { credentialsExpireAt }: ConnectionBody,
  timeZone: string,
  now: Date,
): Fact | null {
  if (credentialsExpireAt === null) return null;
  const ends = new Date(credentialsExpireAt);
  const aside = ends <= now ? "it has ended" : `in ${formatSpan(now, ends)}`;
  return { name: "Key ends", value: formatDay(localDayAt(ends, timeZone), "compact"), aside };
}
