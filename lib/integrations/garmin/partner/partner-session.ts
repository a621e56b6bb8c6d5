import { addDays, dayNumber, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { oauthSession } from "@/lib/integrations/oauth/oauth-session";
import {
  type Announcement,
  type DayRange,
  type SessionOptions,
  SourceError,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import type { PartnerClient, PartnerOptions } from "./partner-client";
import { partnerPermissions, partnerSignedOut, renewPartnerTokens } from "./partner-sign-in";
import { observationsOf } from "./partner-summaries";
import { isOwnAddress } from "./partner-webhook";
import { partnerWorkouts } from "./partner-workouts";

const DAY_S = 86_400;
/** The most days that one request for history may cover. */
const HISTORY_DAYS: Readonly<Record<string, number>> = {
  sleeps: 90,
  hrv: 90,
  dailies: 90,
  stressDetails: 90,
  bodyComps: 90,
  pulseOx: 90,
  activities: 30,
};
const FILE_TYPE = "activityFiles";

/** One athlete's account at Garmin. Data comes by webhooks; here is what has to be asked for. */
export function partnerSession(
  client: PartnerClient,
  options: PartnerOptions,
  session: SessionOptions,
): SourceSession {
  const withToken = oauthSession(session, {
    signedOut: partnerSignedOut,
    renew: (refreshToken) => renewPartnerTokens(client, options, refreshToken),
  });

  return {
    async check() {
      return { scopes: await withToken((token) => partnerPermissions(client, token)) };
    },

    async announced(announcement) {
      const path = ownPath(options, announcement);
      if (announcement.dataType === FILE_TYPE) {
        const bytes = await withToken((token) => client.bytes(path, token));
        const file = { name: `garmin-${announcement.externalId ?? "activity"}`, bytes };
        return { observations: [], file: bytes.length > 0 ? file : null };
      }
      const answer = await withToken((token) => client.ask(path, token));
      const summaries = Array.isArray(answer) ? answer : [];
      return {
        observations: summaries.flatMap((one) => observationsOf(announcement.dataType, one)),
        file: null,
      };
    },

    async requestHistory(range) {
      for (const [type, days] of Object.entries(HISTORY_DAYS)) {
        for (const { fromDay, toDay } of windows(range, days)) {
          await withToken((token) => askForHistory(client, token, { type, fromDay, toDay }));
        }
      }
    },

    ...partnerWorkouts(client, withToken),

    async revoke() {
      try {
        await withToken((token) =>
          client.ask("/wellness-api/rest/user/registration", token, { method: "DELETE" }),
        );
      } catch (error) {
        // Taken back at Garmin before: what was wanted.
        if (!(error instanceof SourceError && GONE.has(error.failure))) throw error;
      }
    },
  };
}

const GONE: ReadonlySet<string> = new Set(["signed_out", "not_found"]);

/** What was announced was checked when it came; it is asked for much later, and from elsewhere. */
function ownPath(options: PartnerOptions, { callbackUrl }: Announcement): string {
  if (!isOwnAddress(options, callbackUrl)) {
    throw new SourceError("garmin_partner", "not_found", "This is no address of Garmin's.");
  }
  const { pathname, search } = new URL(callbackUrl);
  return `${pathname}${search}`;
}

async function askForHistory(
  client: PartnerClient,
  token: string,
  { type, fromDay, toDay }: DayRange & { readonly type: string },
): Promise<void> {
  const query = new URLSearchParams({
    summaryStartTimeInSeconds: String(dayNumber(fromDay) * DAY_S),
    summaryEndTimeInSeconds: String((dayNumber(toDay) + 1) * DAY_S),
  });
  try {
    await client.ask(`/wellness-api/rest/backfill/${type}?${query}`, token);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // Asked for before: it is on its way, or was sent.
    if (error.status === 409) return;
    if (error.failure === "forbidden") throw historyNotAllowed();
    throw error;
  }
}

function historyNotAllowed(): SourceError {
  return new SourceError(
    "garmin_partner",
    "forbidden",
    "Garmin sends no history, for it was not allowed. Allow “Historical data” for this app in Garmin Connect, under Account › Connected apps.",
    { status: 403 },
  );
}

/** The newest first, each of at most `days`. */
function windows({ fromDay, toDay }: DayRange, days: number): DayRange[] {
  const found: DayRange[] = [];
  let last: LocalDate = toDay;
  while (last >= fromDay) {
    const first = daysBetween(fromDay, last) < days ? fromDay : addDays(last, 1 - days);
    found.push({ fromDay: first, toDay: last });
    last = addDays(first, -1);
  }
  return found;
}
