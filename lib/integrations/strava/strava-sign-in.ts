import { z } from "zod";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import type { OAuthTokens } from "@/lib/integrations/oauth/oauth-session";
import { type SignedIn, SourceError } from "@/lib/integrations/source-ports";
import type { StravaClient, StravaOptions } from "./strava-client";

/** To list activities, the private ones as well; nothing is ever written. */
const SCOPE = "read,activity:read_all";
const ACTIVITY_SCOPE = /^activity:read(_all)?$/;

const text = z.string().nullish().catch(null);
const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_at: z.number().nullish().catch(null),
  expires_in: z.number().nullish().catch(null),
  scope: text,
  athlete: z
    .object({ id: z.number().int().positive(), firstname: text, lastname: text, username: text })
    .nullish()
    .catch(null),
});
type TokenAnswer = z.infer<typeof tokenAnswer>;

/** When the answer does not say: the six hours that Strava's tokens hold. */
const USUAL_S = 6 * 3600;

/** Strava's consent page. It knows no PKCE: the state and the secret protect the way back. */
export function stravaConsentUrl(
  { baseUrl, clientId }: StravaOptions,
  { state, redirectUri }: { readonly state: string; readonly redirectUri: string },
): URL {
  const url = new URL("/oauth/authorize", baseUrl);
  url.search = new URLSearchParams({
    ...{ client_id: clientId, response_type: "code", redirect_uri: redirectUri },
    ...{ approval_prompt: "auto", scope: SCOPE, state },
  }).toString();
  return url;
}

/** Exchanges the code of the consent page. `scope` is what stood in the address back. */
export async function stravaSignIn(
  client: StravaClient,
  options: StravaOptions,
  { code, scope }: { readonly code: string; readonly scope?: string | null },
): Promise<SignedIn> {
  const answer = await token(client, options, { grant_type: "authorization_code", code });
  const scopes = (answer.scope ?? scope ?? "").split(/[\s,]+/).filter(Boolean);
  // Athletes may untick it on Strava's page; what is not told is found out by the first call.
  if (scopes.length > 0 && !scopes.some((one) => ACTIVITY_SCOPE.test(one))) {
    throw new SourceError(
      "strava",
      "forbidden",
      "Strava was connected without leave to view activities. Connect it again and leave that box ticked.",
    );
  }
  const { athlete } = answer;
  const name = [athlete?.firstname, athlete?.lastname].filter(Boolean).join(" ");
  return {
    credentials: tokensOf(answer, options),
    accountId: athlete ? String(athlete.id) : null,
    label: name || athlete?.username || "Strava",
    scopes,
    expiresAt: null,
  };
}

/** Throws "signed_out" when the refresh token holds no more. */
export async function renewStravaTokens(
  client: StravaClient,
  options: StravaOptions,
  refreshToken: string,
): Promise<OAuthTokens> {
  try {
    const fields = { grant_type: "refresh_token", refresh_token: refreshToken };
    return tokensOf(await token(client, options, fields), options);
  } catch (error) {
    const isRefused = error instanceof SourceError && error.failure === "refused";
    throw isRefused ? stravaSignedOut() : error;
  }
}

export function stravaSignedOut(): SourceError {
  return new SourceError(
    "strava",
    "signed_out",
    "Strava no longer accepts this sign-in. Connect it again.",
  );
}

async function token(
  client: StravaClient,
  { clientId, clientSecret }: StravaOptions,
  fields: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const answer = await client.post("/oauth/token", {
    ...{ client_id: clientId, client_secret: clientSecret },
    ...fields,
  });
  const parsed = tokenAnswer.safeParse(answer);
  if (!parsed.success) throw misunderstood(client.vendor);
  return parsed.data;
}

function tokensOf(answer: TokenAnswer, { now = () => new Date() }: StravaOptions): OAuthTokens {
  const nowS = Math.floor(now().getTime() / 1000);
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    // Its length counts by our clock; the moment alone would count by theirs.
    expiresAtEpochS:
      answer.expires_in == null ? (answer.expires_at ?? nowS + USUAL_S) : nowS + answer.expires_in,
  };
}
