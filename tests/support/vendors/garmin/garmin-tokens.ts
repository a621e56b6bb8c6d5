import type { VendorRequest, VendorRoute } from "../vendor-server";
import type { GarminAccount } from "./garmin-account";

type Token = { readonly account: GarminAccount; readonly kind: "personal" | "connect" };

export const CLIENT_ID = "GARMIN_TEST_CLIENT";
const UNAUTHORISED = { status: 401, json: { message: "HTTP 401 Unauthorized" } };

/** Who may ask: keys, refresh tokens that are good for one time, and tokens that end. */
export function createGarminTokens(accountOf: (key: string) => GarminAccount | undefined) {
  const bearers = new Map<string, Token>();
  const refreshers = new Map<string, GarminAccount>();
  const oauth1 = new Map<string, GarminAccount>();
  let made = 0;
  const next = (what: string) => `${what}-${++made}`;

  const bearer = (token: Token): string => {
    const text = next(`${token.kind}-bearer`);
    bearers.set(text, token);
    return text;
  };
  const diTokens = (account: GarminAccount) => {
    const refreshToken = next("refresh");
    refreshers.set(refreshToken, account);
    return { accessToken: bearer({ account, kind: "connect" }), refreshToken };
  };

  const routes: VendorRoute[] = [
    {
      method: "POST",
      path: /^\/personalapitoken-service\/personal-api\/personal-api-key\/token$/,
      answer({ headers }) {
        const key = /^ApiKey (.+)$/.exec(headers.authorization ?? "")?.[1];
        const account = accountOf(key ?? "");
        if (!account?.isKeyValid) return UNAUTHORISED;
        const token = bearer({ account, kind: "personal" });
        return { json: { access_token: token, expires_in: 86_400, token_type: "Bearer" } };
      },
    },
    {
      method: "POST",
      path: /^\/di-oauth2-service\/oauth\/token$/,
      answer({ body, headers }) {
        const form = new URLSearchParams(Buffer.from(body).toString());
        const refreshToken = form.get("refresh_token") ?? "";
        const account = refreshers.get(refreshToken);
        const basic = `Basic ${Buffer.from(`${CLIENT_ID}:`).toString("base64")}`;
        const isKnown = form.get("client_id") === CLIENT_ID && headers.authorization === basic;
        if (!account || !isKnown || form.get("grant_type") !== "refresh_token") {
          return { status: 400, json: { error: "invalid_grant" } };
        }
        // Good for one time: whoever loses the new one is signed out.
        refreshers.delete(refreshToken);
        const fresh = diTokens(account);
        return {
          json: {
            access_token: fresh.accessToken,
            refresh_token: fresh.refreshToken,
            token_type: "Bearer",
            expires_in: 86_400,
            refresh_token_expires_in: 2_592_000,
          },
        };
      },
    },
    {
      method: "GET",
      path: /^\/oauth_consumer\.json$/,
      answer: () => ({ json: { consumer_key: "consumer", consumer_secret: "consumer-secret" } }),
    },
    {
      method: "POST",
      path: /^\/oauth-service\/oauth\/exchange\/user\/2\.0$/,
      answer({ query }) {
        const account = oauth1.get(query.get("oauth_token") ?? "");
        const isSigned =
          query.get("oauth_consumer_key") === "consumer" && query.get("oauth_signature");
        if (!account || !isSigned) return UNAUTHORISED;
        return {
          json: {
            scope: "CONNECT_READ CONNECT_WRITE",
            jti: next("jti"),
            access_token: bearer({ account, kind: "connect" }),
            token_type: "Bearer",
            refresh_token: next("unused"),
            expires_in: 97_000,
            refresh_token_expires_in: 2_592_000,
          },
        };
      },
    },
  ];

  return {
    routes,
    /** Whose token a request carries; null: nobody's (any more). */
    holder({ headers }: VendorRequest): Token | null {
      const text = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
      return bearers.get(text ?? "") ?? null;
    },
    /** As python-garminconnect writes them to its file. */
    diTokenJson(account: GarminAccount): string {
      const { accessToken, refreshToken } = diTokens(account);
      return JSON.stringify({
        di_token: accessToken,
        di_refresh_token: refreshToken,
        di_client_id: CLIENT_ID,
      });
    },
    /** As garmin-connect exports them. */
    legacyTokenJson(account: GarminAccount, now = new Date()): string {
      const token = next("oauth1");
      oauth1.set(token, account);
      return JSON.stringify({
        oauth1: { oauth_token: token, oauth_token_secret: `${token}-secret` },
        oauth2: {
          scope: "CONNECT_READ",
          access_token: bearer({ account, kind: "connect" }),
          token_type: "Bearer",
          refresh_token: "unused",
          expires_in: 97_000,
          expires_at: Math.floor(now.getTime() / 1000) + 97_000,
        },
      });
    },
    /** Every access token ends now; keys and refresh tokens hold. */
    endAccessTokens: () => bearers.clear(),
    /** Nothing of this account holds any more. */
    signOut(account: GarminAccount) {
      account.isKeyValid = false;
      for (const map of [refreshers, oauth1]) {
        for (const [text, owner] of map) if (owner === account) map.delete(text);
      }
      for (const [text, { account: owner }] of bearers) if (owner === account) bearers.delete(text);
    },
  };
}
