import "server-only";
import { activityReads } from "@/lib/integrations/garmin/activities/activity-reads";
import { fetchDays } from "@/lib/integrations/garmin/days/fetch-days";
import {
  askVendor,
  jsonOf,
  type Vendor,
  type VendorCall,
} from "@/lib/integrations/http/ask-vendor";
import { staySignedIn } from "@/lib/integrations/http/stay-signed-in";
import type {
  SessionOptions,
  SignedIn,
  Source,
  SourceSession,
} from "@/lib/integrations/source-ports";
import { PERSONAL_DAYS } from "./personal-days";
import { exchangeKey, isTokenFresh } from "./personal-key";

/** A FIT file of the longest recordings, zipped. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;

type Options = {
  readonly baseUrl: string;
  readonly call?: VendorCall;
  readonly timeoutMs?: number;
};

export type GarminPersonalSource = Source & {
  /** Tries the key once. For how long it was made only the athlete knows: `expiresAt` is null. */
  signIn(key: string): Promise<SignedIn>;
};

/** Garmin's official API for one's own data: a key that the athlete makes, read only. */
export function garminPersonalSource({ baseUrl, call, timeoutMs }: Options): GarminPersonalSource {
  const vendor: Vendor = { provider: "garmin_personal", name: "Garmin", call, timeoutMs };
  return {
    provider: "garmin_personal",
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
    ]),
    wellnessDays: 28,
    longestHistoryDays: null,
    async signIn(key) {
      const credentials = await exchangeKey(vendor, baseUrl, key.trim(), new Date());
      return {
        credentials,
        accountId: null,
        label: "Garmin",
        scopes: [],
        expiresAt: null,
      };
    },
    open: (options) => openSession(vendor, baseUrl, options),
  };
}

function openSession(vendor: Vendor, baseUrl: string, options: SessionOptions): SourceSession {
  const signed = staySignedIn(options, {
    isFresh: isTokenFresh,
    renew: ({ key }) => exchangeKey(vendor, baseUrl, String(key), options.now()),
  });
  const ask = (path: string, accept: string) =>
    signed(({ accessToken }) =>
      askVendor(vendor, {
        url: new URL(baseUrl.replace(/\/+$/, "") + path),
        headers: { accept, authorization: `Bearer ${accessToken}` },
        mostBytes: MOST_FILE_BYTES,
      }),
    );
  return {
    ...activityReads({ vendor, ask }),
    wellness: (range) =>
      fetchDays(PERSONAL_DAYS, range, {
        provider: vendor.provider,
        get: async (path) => jsonOf(vendor, await ask(path, "application/json")),
        noticed: (gap) => options.noticed?.(gap),
      }),
  };
}
