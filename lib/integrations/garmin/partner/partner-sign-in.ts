import { z } from "zod";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import type { OAuthTokens } from "@/lib/integrations/oauth/oauth-session";
import { type SignedIn, SourceError } from "@/lib/integrations/source-ports";
import type { PartnerClient, PartnerOptions } from "./partner-client";

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const permissionNames = z.array(z.string());
const permissionsAnswer = z.union([
  permissionNames,
  z.object({ permissions: permissionNames }).transform(({ permissions }) => permissions),
]);
const userAnswer = z.object({ userId: z.string().min(1) });

/** Garmin's consent page; the challenge (S256) ties the code to this browser's attempt. */
export function partnerConsentUrl(
  { consentUrl, clientId }: PartnerOptions,
  attempt: { readonly state: string; readonly codeChallenge: string; readonly redirectUri: string },
): URL {
  const url = new URL("/oauth2Confirm", consentUrl);
  url.search = new URLSearchParams({
    ...{ response_type: "code", client_id: clientId, state: attempt.state },
    ...{ code_challenge: attempt.codeChallenge, code_challenge_method: "S256" },
    redirect_uri: attempt.redirectUri,
  }).toString();
  return url;
}

/** Exchanges the code, and asks whose account it is and what may be had of it. */
export async function partnerSignIn(
  client: PartnerClient,
  options: PartnerOptions,
  answer: { readonly code: string; readonly codeVerifier: string; readonly redirectUri: string },
): Promise<SignedIn> {
  const tokens = await token(client, options, {
    ...{ grant_type: "authorization_code", code: answer.code },
    ...{ code_verifier: answer.codeVerifier, redirect_uri: answer.redirectUri },
  });
  const user = userAnswer.safeParse(
    await client.ask("/wellness-api/rest/user/id", tokens.accessToken),
  );
  if (!user.success) throw misunderstood(client.vendor);
  return {
    credentials: tokens,
    accountId: user.data.userId,
    label: "Garmin",
    scopes: await partnerPermissions(client, tokens.accessToken),
    expiresAt: null,
  };
}

/** What the athlete allows, in Garmin's words: "ACTIVITY_EXPORT", "WORKOUT_IMPORT", … */
export async function partnerPermissions(
  client: PartnerClient,
  accessToken: string,
): Promise<readonly string[]> {
  const answer = await client.ask("/wellness-api/rest/user/permissions", accessToken);
  const permissions = permissionsAnswer.safeParse(answer ?? []);
  if (!permissions.success) throw misunderstood(client.vendor);
  return permissions.data;
}

/** Throws "signed_out" when the refresh token holds no more. */
export async function renewPartnerTokens(
  client: PartnerClient,
  options: PartnerOptions,
  refreshToken: string,
): Promise<OAuthTokens> {
  try {
    const fields = { grant_type: "refresh_token", refresh_token: refreshToken };
    return await token(client, options, fields);
  } catch (error) {
    const isRefused = error instanceof SourceError && error.failure === "refused";
    throw isRefused ? partnerSignedOut() : error;
  }
}

export function partnerSignedOut(): SourceError {
  return new SourceError(
    "garmin_partner",
    "signed_out",
    "Garmin no longer accepts this sign-in. Connect it again.",
  );
}

async function token(
  client: PartnerClient,
  { clientId, clientSecret, now = () => new Date() }: PartnerOptions,
  fields: Readonly<Record<string, string>>,
): Promise<OAuthTokens> {
  const parsed = tokenAnswer.safeParse(
    await client.token({ client_id: clientId, client_secret: clientSecret, ...fields }),
  );
  if (!parsed.success) throw misunderstood(client.vendor);
  const { access_token, refresh_token, expires_in } = parsed.data;
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAtEpochS: Math.floor(now().getTime() / 1000) + expires_in,
  };
}
