import { createHash } from "node:crypto";
import { z } from "zod";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { oauthSession } from "@/lib/integrations/oauth/oauth-session";
import {
  type RemoteActivity,
  type SessionOptions,
  SourceError,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import { HIDDEN_START } from "./hidden-start";
import { STRAVA_HISTORY_DAYS, type StravaClient, type StravaOptions } from "./strava-client";
import { stravaActivity, stravaStreams, writeStravaFile } from "./strava-file";
import { renewStravaTokens, stravaSignedOut } from "./strava-sign-in";

const PER_PAGE = 200;
const DAY_S = 86_400;
/** The list goes by when an activity began: one that was uploaded late is found by this overlap. */
const OVERLAP_S = 7 * DAY_S;
const STREAMS = "time,distance,latlng,altitude,velocity_smooth,heartrate,cadence,watts,temp,moving";

const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const listed = z.object({
  id: z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String),
  name: text,
  sport_type: text,
  start_date: text,
  start_date_local: text,
  elapsed_time: number,
  distance: number,
});
type Listed = z.infer<typeof listed>;

/** One athlete's account at Strava. */
export function stravaSession(
  client: StravaClient,
  options: StravaOptions,
  session: SessionOptions,
): SourceSession {
  const withToken = oauthSession(session, {
    signedOut: stravaSignedOut,
    renew: (refreshToken) => renewStravaTokens(client, options, refreshToken),
  });
  const get = (path: string, query: Readonly<Record<string, string>> = {}) =>
    withToken((accessToken) => client.get(path, query, accessToken));

  return {
    async check() {
      await get("/athlete");
      return { scopes: null };
    },

    async activities({ cursor, since }) {
      const query = { per_page: String(PER_PAGE), ...(cursor === null ? {} : { before: cursor }) };
      const list = await get("/athlete/activities", query);
      const entries = z.array(listed.nullable().catch(null)).safeParse(list ?? []);
      if (!entries.success) throw misunderstood(client.vendor);
      const found = entries.data.filter((entry) => entry !== null);
      const fromS = firstSecond(since, options, session);
      const isLast =
        entries.data.length < PER_PAGE || found.some((entry) => epochS(entry.start_date) < fromS);
      return {
        items: found
          .filter((entry) => epochS(entry.start_date) >= fromS)
          .map(remoteActivity)
          .sort(newestFirst),
        next: isLast ? null : nextCursor(cursor, found),
      };
    },

    async file(externalId) {
      const path = `/activities/${idIn(externalId)}`;
      const activity = stravaActivity.safeParse(await get(path));
      if (!activity.success || activity.data.id !== externalId) throw misunderstood(client.vendor);
      const streams = activity.data.manual === true ? null : await streamsAt(`${path}/streams`);
      return {
        name: `strava-${externalId}.json`,
        bytes: writeStravaFile(activity.data, streams),
      };
    },

    async revoke() {
      try {
        await withToken((access_token) => client.post("/oauth/deauthorize", { access_token }));
      } catch (error) {
        // Taken back at Strava before: what was wanted.
        if (!(error instanceof SourceError && error.failure === "signed_out")) throw error;
      }
    },
  };

  /** Null for an activity without any: entered by hand, or by an app that only sends a sum. */
  async function streamsAt(path: string) {
    try {
      const answer = await get(path, { keys: STREAMS, key_by_type: "true" });
      if (answer === null) return null;
      const streams = stravaStreams.safeParse(answer);
      if (!streams.success) throw misunderstood(client.vendor);
      return streams.data;
    } catch (error) {
      if (error instanceof SourceError && error.failure === "not_found") return null;
      throw error;
    }
  }
}

/** Unix seconds before which nothing is listed. */
function firstSecond(
  since: Date | null,
  { historyDays = STRAVA_HISTORY_DAYS }: StravaOptions,
  { now }: SessionOptions,
): number {
  if (since !== null) return since.getTime() / 1000 - OVERLAP_S;
  if (historyDays === null) return Number.NEGATIVE_INFINITY;
  return now().getTime() / 1000 - historyDays * DAY_S;
}

/**
 * Each page is what began before the last one's oldest, so that what is uploaded or deleted
 * meanwhile shifts nothing. (With "after" Strava begins with the oldest.)
 */
function nextCursor(cursor: string | null, page: readonly Listed[]): string | null {
  const oldestS = Math.min(...page.map(({ start_date }) => epochS(start_date)));
  if (!Number.isFinite(oldestS)) return null;
  // The one at the edge comes again: another may have begun in the same second.
  const next = Math.ceil(oldestS) + 1;
  return String(cursor !== null && next >= Number(cursor) ? Number(cursor) - 1 : next);
}

function epochS(instant: string | null | undefined): number {
  const ms = Date.parse(instant ?? "");
  return Number.isNaN(ms) ? Number.POSITIVE_INFINITY : ms / 1000;
}

function remoteActivity(entry: Listed): RemoteActivity {
  const isHidden = entry.start_date_local?.endsWith(HIDDEN_START) === true;
  const startS = epochS(entry.start_date);
  return {
    externalId: entry.id,
    startedAt: isHidden || !Number.isFinite(startS) ? null : new Date(startS * 1000),
    title: entry.name ?? null,
    version: versionOf(entry),
  };
}

/** Strava does not tell when an activity was changed, so its own words are compared. */
function versionOf({ name, sport_type, start_date, elapsed_time, distance }: Listed): string {
  const said = JSON.stringify([name, sport_type, start_date, elapsed_time, distance]);
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}

function newestFirst(a: RemoteActivity, b: RemoteActivity): number {
  return (b.startedAt?.getTime() ?? 0) - (a.startedAt?.getTime() ?? 0);
}

/** What becomes part of a path is an id and nothing else. */
function idIn(externalId: string): string {
  if (/^\d{1,20}$/.test(externalId)) return externalId;
  throw new SourceError("strava", "not_found", "Strava has no activity under this id.");
}
