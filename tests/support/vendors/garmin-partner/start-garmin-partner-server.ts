import { randomBytes } from "node:crypto";
import { consentPage } from "../consent-page";
import { oauthGrants } from "../oauth-grants";
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorRoute,
} from "../vendor-server";

export const PARTNER_CLIENT = { clientId: "a-client-id", clientSecret: "a-client-secret" };
const ACCESS_S = 86_400;
const REFRESH_S = 7_775_998;
const UNAUTHORIZED: VendorAnswer = { status: 401, json: { errorMessage: "Unauthorized" } };
const DAY_S = 86_400;
const HISTORY_DAYS: Readonly<Record<string, number>> = { activities: 30, activityDetails: 30 };

type Account = {
  readonly userId: string;
  permissions: string[];
  allowsHistory: boolean;
  isRegistered: boolean;
};
type Kept = { readonly body: VendorAnswer; usesLeft: number };

/** Plays Garmin's partner API: consent with PKCE, rotating tokens, callbacks, history, workouts. */
export async function startGarminPartnerServer(port?: number) {
  const accounts = new Map<string, Account>();
  const grants = oauthGrants(ACCESS_S);
  const callbacks = new Map<string, Kept>();
  const askedFor = new Set<string>();
  const workouts = new Map<string, unknown>();
  const schedules: { scheduleId: number; workoutId: string; date: string }[] = [];

  const asAthlete =
    (
      answer: (
        account: Account,
        request: VendorRequest,
        parts: Readonly<Record<string, string>>,
      ) => VendorAnswer,
    ) =>
    (request: VendorRequest, parts: Readonly<Record<string, string>>): VendorAnswer => {
      const userId = grants.accountOf(request.headers.authorization);
      const account = userId === null ? undefined : accounts.get(userId);
      return account?.isRegistered ? answer(account, request, parts) : UNAUTHORIZED;
    };

  const mayImport = ({ permissions }: Account) => permissions.includes("WORKOUT_IMPORT");
  const routes: VendorRoute[] = [
    {
      method: "GET",
      path: /^\/oauth2Confirm$/,
      answer: (request) => {
        const { query } = request;
        const [first] = accounts.keys();
        const agreed = new URL(query.get("redirect_uri") ?? "http://127.0.0.1/");
        agreed.searchParams.set("state", query.get("state") ?? "");
        const refused = new URL(agreed);
        refused.searchParams.set("error", "access_denied");
        const challenge = query.get("code_challenge") ?? "none";
        agreed.searchParams.set("code", grants.code(String(first), "", challenge));
        return consentPage(request, "Garmin", { agreed, refused });
      },
    },
    {
      method: "POST",
      path: /^\/di-oauth2-service\/oauth\/token$/,
      answer: ({ body }) => tokenAnswer(new URLSearchParams(new TextDecoder().decode(body))),
    },
    {
      method: "GET",
      path: /^\/wellness-api\/rest\/user\/id$/,
      answer: asAthlete(({ userId }) => ({ json: { userId } })),
    },
    {
      method: "GET",
      path: /^\/wellness-api\/rest\/user\/permissions$/,
      answer: asAthlete(({ permissions }) => ({ json: { permissions } })),
    },
    {
      method: "DELETE",
      path: /^\/wellness-api\/rest\/user\/registration$/,
      answer: asAthlete((account) => {
        account.isRegistered = false;
        grants.end(account.userId);
        return { status: 204 };
      }),
    },
    {
      method: "GET",
      path: /^\/wellness-api\/rest\/backfill\/(?<type>\w+)$/,
      answer: asAthlete((account, { query }, { type = "" }) => {
        const from = Number(query.get("summaryStartTimeInSeconds"));
        const to = Number(query.get("summaryEndTimeInSeconds"));
        if (!account.allowsHistory) return { status: 403, json: { errorMessage: "Forbidden" } };
        const isTooLong = to - from > (HISTORY_DAYS[type] ?? 90) * DAY_S;
        if (isTooLong) return { status: 400, json: { errorMessage: "The range is too long" } };
        const key = `${account.userId}:${type}:${from}:${to}`;
        if (askedFor.has(key)) return { status: 409, json: { errorMessage: "Duplicate" } };
        askedFor.add(key);
        return { status: 202 };
      }),
    },
    {
      method: "GET",
      path: /^\/wellness-api\/rest\/callback$/,
      answer: asAthlete((_account, { query }) => {
        const kept = callbacks.get(query.get("token") ?? "");
        if (!kept || kept.usesLeft === 0) return { status: 410, json: { errorMessage: "Gone" } };
        kept.usesLeft -= 1;
        return kept.body;
      }),
    },
    {
      method: "POST",
      path: /^\/workoutportal\/workout\/v2$/,
      answer: asAthlete((account, { body }) => {
        if (!mayImport(account)) return { status: 403, json: {} };
        const workoutId = String(7000 + workouts.size);
        const workout = { ...JSON.parse(new TextDecoder().decode(body)), workoutId };
        workouts.set(workoutId, workout);
        return { json: workout };
      }),
    },
    {
      method: "GET",
      path: /^\/training-api\/workout\/v2\/(?<id>[^/]+)$/,
      answer: asAthlete((_account, _request, { id = "" }) =>
        workouts.has(id) ? { json: workouts.get(id) } : { status: 404, json: {} },
      ),
    },
    {
      method: "PUT",
      path: /^\/training-api\/workout\/v2\/(?<id>[^/]+)$/,
      answer: asAthlete((_account, { body }, { id = "" }) => {
        if (!workouts.has(id)) return { status: 404, json: {} };
        workouts.set(id, JSON.parse(new TextDecoder().decode(body)));
        return { status: 204 };
      }),
    },
    {
      method: "GET",
      path: /^\/training-api\/schedule$/,
      answer: asAthlete((_account, { query }) => ({
        json: schedules.filter(({ date }) => date === query.get("startDate")),
      })),
    },
    {
      method: "POST",
      path: /^\/training-api\/schedule$/,
      answer: asAthlete((_account, { body }) => {
        const { workoutId, date } = JSON.parse(new TextDecoder().decode(body));
        const scheduleId = 900 + schedules.length;
        schedules.push({ scheduleId, workoutId, date });
        return { json: scheduleId };
      }),
    },
  ];
  const server = await startVendorServer(routes, port);

  function tokenAnswer(fields: URLSearchParams): VendorAnswer {
    const isOurs =
      fields.get("client_id") === PARTNER_CLIENT.clientId &&
      fields.get("client_secret") === PARTNER_CLIENT.clientSecret;
    if (!isOurs) return UNAUTHORIZED;
    const given =
      fields.get("grant_type") === "authorization_code"
        ? grants.exchange(fields.get("code") ?? "", fields.get("code_verifier"))
        : grants.renew(fields.get("refresh_token") ?? "");
    if (!given) return { status: 400, json: { error: "invalid_grant" } };
    return {
      json: {
        ...{ access_token: given.accessToken, refresh_token: given.refreshToken },
        ...{ token_type: "bearer", expires_in: ACCESS_S, refresh_token_expires_in: REFRESH_S },
      },
    };
  }

  return {
    ...server,
    options: {
      ...{ apiUrl: server.url, authUrl: server.url, consentUrl: server.url },
      ...PARTNER_CLIENT,
    },
    grants,
    workouts,
    schedules,
    /** The first account is the one that is signed in on the consent page. */
    account(userId = "garmin-user-1") {
      const account: Account = {
        ...{ userId, allowsHistory: true, isRegistered: true },
        permissions: ["ACTIVITY_EXPORT", "HEALTH_EXPORT", "WORKOUT_IMPORT"],
      };
      accounts.set(userId, account);
      return account;
    },
    /** Keeps something for a ping to lead to: once, as Garmin does. */
    callback(body: VendorAnswer, uses = 1): string {
      const token = randomBytes(9).toString("base64url");
      callbacks.set(token, { body, usesLeft: uses });
      return `${server.url}/wellness-api/rest/callback?token=${token}`;
    },
  };
}

export type GarminPartnerServer = Awaited<ReturnType<typeof startGarminPartnerServer>>;

/** The request that Garmin makes with summaries or pings. */
export function partnerDelivery(payload: unknown, clientId: string = PARTNER_CLIENT.clientId) {
  return {
    headers: new Headers({ "content-type": "application/json", "garmin-client-id": clientId }),
    body: new TextEncoder().encode(JSON.stringify(payload)),
    query: new URLSearchParams(),
  };
}
