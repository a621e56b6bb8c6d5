import { z } from "zod";
import type { Credentials } from "@/lib/integrations/source-ports";

const token = z.string().trim().min(1).max(8192);

/** As python-garminconnect keeps them since 2026. */
const diTokens = z.object({
  di_token: token,
  di_refresh_token: token,
  di_client_id: token.nullish(),
});

const oauth1 = z.object({ oauth_token: token, oauth_token_secret: token });
const oauth2 = z.object({ access_token: token, expires_at: z.number().nullish().catch(null) });
/** As garmin-connect exports them, or the same two in a list. */
const pair = z.union([
  z.object({ oauth1, oauth2 }),
  z.tuple([oauth1, oauth2]).transform(([first, second]) => ({ oauth1: first, oauth2: second })),
]);

/**
 * Tokens of another program in one of the two forms that are known, as credentials; null when
 * it is neither. `form` tells how they are renewed.
 */
export function readTokenJson(text: string): Credentials | null {
  const json = parsed(text);
  const di = diTokens.safeParse(json);
  if (di.success) {
    const { di_token: accessToken, di_refresh_token: refreshToken, di_client_id: id } = di.data;
    const clientId = id ?? claimsOf(accessToken).client_id;
    if (typeof clientId !== "string") return null;
    return {
      form: "di",
      accessToken,
      accessTokenEndsAtMs: endOf(accessToken),
      refreshToken,
      clientId,
    };
  }
  const legacy = pair.safeParse(json);
  if (!legacy.success) return null;
  const { access_token: accessToken, expires_at: endsAtS } = legacy.data.oauth2;
  return {
    form: "legacy",
    accessToken,
    accessTokenEndsAtMs: endsAtS ? Math.round(endsAtS * 1000) : endOf(accessToken),
    oauthToken: legacy.data.oauth1.oauth_token,
    oauthTokenSecret: legacy.data.oauth1.oauth_token_secret,
  };
}

/** When a token ends by what it says itself, in milliseconds; null when it does not. */
function endOf(accessToken: string): number | null {
  const { exp } = claimsOf(accessToken);
  return typeof exp === "number" ? exp * 1000 : null;
}

/** What a JWT says of itself, unproven: only used to renew it in time. */
function claimsOf(accessToken: string): { exp?: unknown; client_id?: unknown } {
  const payload = Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString();
  const claims = parsed(payload);
  return typeof claims === "object" && claims !== null ? claims : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
