import "server-only";
import { z } from "zod";
import { localDayAt } from "@/lib/dates/zoned-time";
import { activityReads } from "@/lib/integrations/garmin/activities/activity-reads";
import { fetchDays } from "@/lib/integrations/garmin/days/fetch-days";
import { jsonOf, type Vendor, type VendorCall } from "@/lib/integrations/http/ask-vendor";
import { type Signed, staySignedIn } from "@/lib/integrations/http/stay-signed-in";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { shownText } from "@/lib/integrations/shown-text";
import {
  type SessionOptions,
  type SignedIn,
  type Source,
  SourceError,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import { askConnect, type ConnectQuestion } from "./connect-client";
import { connectDays } from "./connect-days";
import { type ConnectUrls, connectRenewal } from "./renew-tokens";
import { readSplits } from "./splits";
import { readTokenJson } from "./token-json";
import { readTrainingStatus } from "./training-status";
import { connectWorkouts } from "./workouts";

/** Where garmin-connect fetches the key that signs renewals of the older tokens; not Garmin's. */
const CONSUMER_URL = "https://thegarth.s3.amazonaws.com/oauth_consumer.json";

type Options = {
  readonly baseUrl: string;
  readonly authUrl: string;
  /** Absent: the published one with Garmin's own host, else the same host. */
  readonly consumerUrl?: string;
  readonly call?: VendorCall;
  readonly timeoutMs?: number;
};

export type GarminConnectSource = Source & {
  /** Takes the tokens of another program as JSON, in one of two forms, and tries them. */
  signIn(tokenJson: string): Promise<SignedIn>;
};

const profile = z.object({
  displayName: z.string().min(1).max(200),
  fullName: z.string().nullish().catch(null),
  profileId: z.number().nullish().catch(null),
});

/**
 * Garmin by the way of its own apps: unofficial, and only with tokens that the athlete has
 * already. Knows more than the official key: readiness, training status, splits, workouts.
 */
export function garminConnectSource({ call, timeoutMs, ...where }: Options): GarminConnectSource {
  const vendor: Vendor = { provider: "garmin_connect", name: "Garmin", call, timeoutMs };
  const urls: ConnectUrls = { ...where, consumerUrl: where.consumerUrl ?? consumerOf(where) };
  return {
    provider: "garmin_connect",
    capabilities: new Set([
      "activities",
      "activity_files",
      "sleep",
      "hrv",
      "resting_hr",
      "stress",
      "steps",
      "body_battery",
      "weight",
      "respiration",
      "spo2",
      "training_readiness",
      "training_status",
      "vo2max",
      "splits",
      "workout_upload",
      "workout_scheduling",
    ]),
    wellnessDays: 28,
    longestHistoryDays: null,
    signIn: (tokenJson) => signIn(vendor, urls, tokenJson),
    open: (options) => openSession(vendor, urls, options),
  };
}

function consumerOf({ baseUrl }: { readonly baseUrl: string }): string {
  const { hostname, origin } = new URL(baseUrl);
  return hostname === "connectapi.garmin.com" ? CONSUMER_URL : `${origin}/oauth_consumer.json`;
}

async function signIn(vendor: Vendor, urls: ConnectUrls, tokenJson: string): Promise<SignedIn> {
  const given = readTokenJson(tokenJson);
  if (given === null) {
    throw new SourceError(
      vendor.provider,
      "refused",
      "These are no Garmin tokens of a known form. Paste the whole JSON, from the first brace to the last.",
    );
  }
  let credentials = given;
  const now = () => new Date();
  const options: SessionOptions = {
    credentials: given,
    now,
    save: async (renewed) => {
      credentials = renewed;
    },
    exclusively: (work) => work(credentials),
  };
  const signed = staySignedIn(options, connectRenewal(vendor, urls, now));
  const ask = asking(vendor, urls, signed);
  const parsed = profile.safeParse(await ask({ path: "/userprofile-service/socialProfile" }));
  if (!parsed.success) throw misunderstood(vendor);
  const { displayName, fullName, profileId } = parsed.data;
  return {
    credentials: { ...credentials, displayName },
    accountId: typeof profileId === "number" ? String(profileId) : displayName,
    label: shownText(fullName ?? "") || "Garmin",
    scopes: [],
    expiresAt: null,
  };
}

type Ask = (question: ConnectQuestion) => Promise<unknown>;

function asking(vendor: Vendor, { baseUrl }: ConnectUrls, signed: Signed): Ask {
  return async (question) =>
    jsonOf(
      vendor,
      await signed(({ accessToken }) => askConnect(vendor, baseUrl, String(accessToken), question)),
    );
}

function openSession(vendor: Vendor, urls: ConnectUrls, options: SessionOptions): SourceSession {
  const signed = staySignedIn(options, connectRenewal(vendor, urls, options.now));
  const ask = asking(vendor, urls, signed);
  const displayName = String(options.credentials.displayName);
  return {
    ...activityReads({
      vendor,
      ask: (path, accept) =>
        signed(({ accessToken }) =>
          askConnect(vendor, urls.baseUrl, String(accessToken), { path, accept }),
        ),
    }),
    ...connectWorkouts({ vendor, ask }),
    wellness: (range) =>
      fetchDays(connectDays(displayName, range, localDayAt(options.now(), "UTC")), range, {
        provider: vendor.provider,
        get: (path) => ask({ path }),
        noticed: (gap) => options.noticed?.(gap),
      }),
    trainingStatus: async (day) =>
      readTrainingStatus(
        await ask({ path: `/metrics-service/metrics/trainingstatus/aggregated/${day}` }),
        day,
      ),
    splits: async (externalId) => {
      if (!/^\d{1,20}$/.test(externalId)) {
        throw new SourceError(vendor.provider, "refused", "This is no id of a Garmin activity.");
      }
      const splits = readSplits(
        await ask({ path: `/activity-service/activity/${externalId}/splits` }),
      );
      if (splits === null) throw misunderstood(vendor);
      return splits;
    },
  };
}
