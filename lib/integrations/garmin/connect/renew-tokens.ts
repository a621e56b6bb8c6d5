import "server-only";
import { askForJson, type Vendor } from "@/lib/integrations/http/ask-vendor";
import type { Renewal } from "@/lib/integrations/http/stay-signed-in";
import { readTokenAnswer } from "@/lib/integrations/http/token-answer";
import { failureOf, misunderstood, noAnswer } from "@/lib/integrations/http/vendor-failure";
import { type Credentials, SourceError } from "@/lib/integrations/source-ports";
import { connectClient, headersOf, withinLimits } from "./connect-client";

const DI_TOKEN_PATH = "/di-oauth2-service/oauth/token";
/** Renewed a little early: a request under way must not outlive its token. */
const MARGIN_MS = 5 * 60_000;

export type ConnectUrls = {
  readonly baseUrl: string;
  readonly authUrl: string;
  /** Where the key that signs the older form of renewal is published. */
  readonly consumerUrl: string;
};

/** How tokens of either form are renewed; a token that says no end holds until it is refused. */
export function connectRenewal(vendor: Vendor, urls: ConnectUrls, now: () => Date): Renewal {
  return {
    isFresh: ({ accessTokenEndsAtMs }, at) =>
      typeof accessTokenEndsAtMs !== "number" || at.getTime() < accessTokenEndsAtMs - MARGIN_MS,
    renew: (stored) =>
      (stored.form === "di"
        ? refreshed(vendor, urls, stored, now())
        : exchanged(vendor, urls, stored, now())
      ).catch((error: unknown) => {
        throw isRejected(error) ? tokensRejected(vendor, error) : error;
      }),
  };
}

/** The refresh token is good for one time: the new one comes with the answer. */
async function refreshed(
  vendor: Vendor,
  { authUrl }: ConnectUrls,
  stored: Credentials,
  now: Date,
): Promise<Credentials> {
  const clientId = String(stored.clientId);
  const answer = await askForJson(vendor, {
    url: new URL(authUrl.replace(/\/+$/, "") + DI_TOKEN_PATH),
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "refresh_token",
      client_id: clientId,
      refresh_token: String(stored.refreshToken),
    }),
  });
  return withToken(vendor, stored, answer, now);
}

/** The older form, as garmin-connect does it: an OAuth 1 token buys an OAuth 2 token. */
async function exchanged(
  vendor: Vendor,
  { baseUrl, consumerUrl }: ConnectUrls,
  stored: Credentials,
  now: Date,
): Promise<Credentials> {
  const consumer = await publishedConsumer(vendor, consumerUrl);
  // A client of its own: during the exchange it has no token at all.
  const client = await connectClient(baseUrl, null);
  const token = {
    oauth_token: String(stored.oauthToken),
    oauth_token_secret: String(stored.oauthTokenSecret),
  };
  await withinLimits(vendor, async (signal) => {
    client.client.defaults.signal = signal;
    try {
      await client.exchange({ oauth: client.getOauthClient(consumer), token });
    } catch (error) {
      throw failureOfExchange(vendor, error);
    }
  });
  return withToken(vendor, stored, client.oauth2Token, now);
}

async function publishedConsumer(vendor: Vendor, consumerUrl: string) {
  // Not Garmin's own: whether it answers says nothing of Garmin, nor of the athlete's tokens.
  const publisher: Vendor = { ...vendor, call: undefined };
  const published = await askForJson(publisher, { url: new URL(consumerUrl) }).catch(() => {
    throw new SourceError(
      vendor.provider,
      "unavailable",
      "The key that renews these older tokens cannot be had now. It is tried again later.",
    );
  });
  const { consumer_key: key, consumer_secret: secret } = (published ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof key !== "string" || typeof secret !== "string") throw misunderstood(vendor);
  return { key, secret };
}

function failureOfExchange(vendor: Vendor, error: unknown): SourceError {
  const { response, isAxiosError } = error as {
    response?: { status: number; headers: object };
    isAxiosError?: boolean;
  };
  // A good status may come with half a body.
  if (response && response.status >= 300) {
    return failureOf(vendor, response.status, headersOf(response.headers));
  }
  // It trips over an answer that is no object.
  return isAxiosError || (error as Error).name === "CanceledError"
    ? noAnswer(vendor, error)
    : misunderstood(vendor);
}

function withToken(vendor: Vendor, stored: Credentials, answer: unknown, now: Date): Credentials {
  const token = readTokenAnswer(answer);
  if (token === null) throw misunderstood(vendor);
  return {
    ...stored,
    accessToken: token.accessToken,
    accessTokenEndsAtMs: token.expiresInS === null ? null : now.getTime() + token.expiresInS * 1000,
    ...(stored.form === "di" && token.refreshToken && { refreshToken: token.refreshToken }),
  };
}

/** Of a refresh token: 400 ("invalid_grant") and 403 say no more than 401. */
function isRejected(error: unknown): error is SourceError {
  return (
    error instanceof SourceError && ["signed_out", "forbidden", "refused"].includes(error.failure)
  );
}

function tokensRejected({ provider }: Vendor, { status }: SourceError): SourceError {
  return new SourceError(
    provider,
    "signed_out",
    "Garmin does not accept these tokens any more. Get new ones where you got them, and enter them here.",
    status === null ? {} : { status },
  );
}
