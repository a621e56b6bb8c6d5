import { askForJson, type Vendor, type VendorCall } from "@/lib/integrations/http/ask-vendor";
import { type RateBudget, SourceError } from "@/lib/integrations/source-ports";
import { stravaUsage } from "./strava-rate-limit";

export type StravaOptions = {
  /** "https://www.strava.com", or a local server that speaks like it. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly call?: VendorCall | undefined;
  /** Shared by all athletes, for Strava counts per application. */
  readonly budget?: RateBudget | undefined;
  readonly timeoutMs?: number | undefined;
  /** How far back the history goes; null: to its beginning. */
  readonly historyDays?: number | null | undefined;
  readonly now?: (() => Date) | undefined;
};

/**
 * What fitness looks back on. Strava's terms have it deleted after a week, so that years of
 * history would cost everybody's calls for weeks and stay with nobody.
 */
export const STRAVA_HISTORY_DAYS = 42;

const TIMEOUT_MS = 10_000;

/** Asks Strava, within the calls that it allows. Throws `SourceError`. */
export function stravaClient(options: StravaOptions) {
  const { baseUrl, budget, now = () => new Date() } = options;
  let noted: Promise<void> = Promise.resolve();
  const vendor: Vendor = {
    ...{ provider: "strava", name: "Strava" },
    call: options.call,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    heard(_status, headers) {
      const usage = stravaUsage(headers, now());
      // What cannot be noted down costs the next caller a 429, no more.
      if (usage) noted = Promise.resolve(budget?.note(usage)).catch(() => undefined);
    },
  };
  const withinBudget = async <T>(ask: () => Promise<T>): Promise<T> => {
    const waitS = (await budget?.waitS()) ?? null;
    if (waitS !== null) throw usedUp(waitS);
    try {
      return await ask();
    } finally {
      await noted;
    }
  };
  const at = (path: string) => new URL(path, baseUrl);
  return {
    vendor,
    /** A call of the API on behalf of an athlete. */
    get: (path: string, query: Readonly<Record<string, string>>, accessToken: string) =>
      withinBudget(() => {
        const url = at(`/api/v3${path}`);
        for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
        return askForJson(vendor, { url, headers: { authorization: `Bearer ${accessToken}` } });
      }),
    /** A call of the sign-in, which no budget holds back. */
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      askForJson(vendor, { url: at(path), method: "POST", body: new URLSearchParams(fields) }),
  };
}

export type StravaClient = ReturnType<typeof stravaClient>;

function usedUp(waitS: number): SourceError {
  return new SourceError(
    "strava",
    "rate_limited",
    "The calls that Strava allows this server are used up. It is asked again later.",
    { retryAfterS: Math.max(1, Math.ceil(waitS)) },
  );
}
