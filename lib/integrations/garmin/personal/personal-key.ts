import "server-only";
import { askForJson, type Vendor } from "@/lib/integrations/http/ask-vendor";
import { readTokenAnswer } from "@/lib/integrations/http/token-answer";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { type Credentials, SourceError } from "@/lib/integrations/source-ports";

const TOKEN_PATH = "/personalapitoken-service/personal-api/personal-api-key/token";
/** How long a token has held, where the answer does not say. */
const TOKEN_S = 24 * 3600;
/** Renewed a little early: a request under way must not outlive its token. */
const MARGIN_MS = 5 * 60_000;

/** Goes into a header as it is. */
const KEY = /^[\x21-\x7e]{8,4096}$/;

/** Exchanges the athlete's key for a token of 24 hours; the key stays what it is. */
export async function exchangeKey(
  vendor: Vendor,
  baseUrl: string,
  key: string,
  now: Date,
): Promise<Credentials> {
  if (!KEY.test(key)) {
    throw new SourceError(
      vendor.provider,
      "refused",
      "This is no Garmin key. Copy it again from Garmin Connect, as a whole.",
    );
  }
  const answer = await askForJson(vendor, {
    url: new URL(baseUrl.replace(/\/+$/, "") + TOKEN_PATH),
    method: "POST",
    headers: { authorization: `ApiKey ${key}` },
  }).catch((error: unknown) => {
    throw isRejected(error) ? keyRejected(vendor, error) : error;
  });
  const token = readTokenAnswer(answer);
  if (token === null) throw misunderstood(vendor);
  return {
    key,
    accessToken: token.accessToken,
    accessTokenEndsAtMs: now.getTime() + (token.expiresInS ?? TOKEN_S) * 1000,
  };
}

export function isTokenFresh({ accessTokenEndsAtMs }: Credentials, now: Date): boolean {
  return typeof accessTokenEndsAtMs === "number" && now.getTime() < accessTokenEndsAtMs - MARGIN_MS;
}

/** Of a key: 400 and 403 say no more than 401. */
function isRejected(error: unknown): error is SourceError {
  return (
    error instanceof SourceError && ["signed_out", "forbidden", "refused"].includes(error.failure)
  );
}

function keyRejected({ provider }: Vendor, { status }: SourceError): SourceError {
  return new SourceError(
    provider,
    "signed_out",
    "Garmin does not accept this key (any more). Make a new one in Garmin Connect and enter it here.",
    status === null ? {} : { status },
  );
}
