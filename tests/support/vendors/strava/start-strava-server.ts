import { createHmac } from "node:crypto";
import { consentPage } from "../consent-page";
import { oauthGrants } from "../oauth-grants";
import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorRoute,
} from "../vendor-server";
import { findActivity, type PlayedAccount, type PlayedActivity, pageOf } from "./strava-account";
import { detailOf, streamsOf, summaryOf } from "./strava-bodies";

export const STRAVA_CLIENT = { clientId: "4711", clientSecret: "a-client-secret" };
const SUBSCRIPTION_ID = 120475;
const ACCESS_S = 6 * 3600;
const UNAUTHORIZED: VendorAnswer = { status: 401, json: { message: "Authorization Error" } };
const MISSING: VendorAnswer = { status: 404, json: { message: "Record Not Found" } };

export type StravaEvent = {
  readonly object_type: "activity" | "athlete";
  readonly object_id: number;
  readonly aspect_type: "create" | "update" | "delete";
  readonly updates: Readonly<Record<string, string>>;
  readonly owner_id: number;
  readonly subscription_id: number;
  readonly event_time: number;
};

/** Plays Strava: consent page, rotating tokens, activities, limits, and the events that it sends. */
export async function startStravaServer(port?: number) {
  const accounts = new Map<number, PlayedAccount>();
  const grants = oauthGrants(ACCESS_S);
  const limits = { quarterHour: 100, day: 1000 };
  const used = { quarterHour: 0, day: 0 };
  /** What the athlete leaves ticked on the consent page; null: everything that was asked for. */
  let ticked: string | null = null;
  /** Seconds that its clock is ahead. */
  let aheadS = 0;
  let subscription: { id: number; callback_url: string } | null = null;

  const asAthlete =
    (answer: (account: PlayedAccount, request: VendorRequest, id: number) => VendorAnswer) =>
    (request: VendorRequest, { id }: Readonly<Record<string, string>>): VendorAnswer => {
      used.quarterHour += 1;
      used.day += 1;
      const headers = limitHeaders();
      const accountId = grants.accountOf(request.headers.authorization);
      const account = accounts.get(Number(accountId));
      if (used.quarterHour > limits.quarterHour || used.day > limits.day) {
        return { status: 429, headers, json: { message: "Rate Limit Exceeded" } };
      }
      return { headers, ...(account ? answer(account, request, Number(id)) : UNAUTHORIZED) };
    };
  const limitHeaders = () => ({
    "x-ratelimit-limit": `${limits.quarterHour * 2},${limits.day * 2}`,
    "x-ratelimit-usage": `${used.quarterHour},${used.day}`,
    "x-readratelimit-limit": `${limits.quarterHour},${limits.day}`,
    "x-readratelimit-usage": `${used.quarterHour},${used.day}`,
  });

  const routes: VendorRoute[] = [
    {
      method: "GET",
      path: /^\/oauth\/authorize$/,
      answer: (request) => {
        const { query } = request;
        const scope = ticked ?? query.get("scope") ?? "";
        const [first] = accounts.keys();
        const agreed = new URL(query.get("redirect_uri") ?? "http://127.0.0.1/");
        agreed.searchParams.set("state", query.get("state") ?? "");
        const refused = new URL(agreed);
        refused.searchParams.set("error", "access_denied");
        agreed.searchParams.set("code", grants.code(String(first), scope, null));
        agreed.searchParams.set("scope", scope);
        return consentPage(request, "Strava", { agreed, refused });
      },
    },
    { method: "POST", path: /^\/oauth\/token$/, answer: ({ body }) => tokenAnswer(formOf(body)) },
    {
      method: "POST",
      path: /^\/oauth\/deauthorize$/,
      answer: ({ body }) => {
        const accountId = grants.accountOf(formOf(body).get("access_token") ?? undefined);
        if (accountId === null) return UNAUTHORIZED;
        grants.end(accountId);
        return { json: { access_token: "gone" } };
      },
    },
    {
      method: "GET",
      path: /^\/api\/v3\/athlete\/activities$/,
      answer: asAthlete((account, { query }) => {
        const after = query.get("after");
        const page = pageOf(account, {
          before: Number(query.get("before") ?? Number.POSITIVE_INFINITY),
          after: after === null ? Number.NEGATIVE_INFINITY : Number(after),
          page: Number(query.get("page") ?? 1),
          perPage: Math.min(200, Number(query.get("per_page") ?? 30)),
          isOldestFirst: after !== null,
        });
        return { json: page.map(summaryOf) };
      }),
    },
    {
      method: "POST",
      path: /^\/api\/v3\/push_subscriptions$/,
      answer: async ({ body }) => subscribe(formOf(body)),
    },
    {
      method: "GET",
      path: /^\/api\/v3\/push_subscriptions$/,
      answer: ({ query }) =>
        isOurs(query) ? { json: subscription ? [subscription] : [] } : UNAUTHORIZED,
    },
    {
      method: "DELETE",
      path: /^\/api\/v3\/push_subscriptions\/(?<id>\d+)$/,
      answer: ({ query }, { id }) => {
        if (!isOurs(query)) return UNAUTHORIZED;
        if (String(subscription?.id) !== id) return MISSING;
        subscription = null;
        return { status: 204 };
      },
    },
    {
      method: "GET",
      path: /^\/api\/v3\/athlete$/,
      answer: asAthlete(({ id, firstname }) => ({ json: { id, firstname } })),
    },
    {
      method: "GET",
      path: /^\/api\/v3\/activities\/(?<id>\d+)$/,
      answer: asAthlete((account, _request, id) => {
        const found = findActivity(account, id);
        return found ? { json: detailOf(found) } : MISSING;
      }),
    },
    {
      method: "GET",
      path: /^\/api\/v3\/activities\/(?<id>\d+)\/streams$/,
      answer: asAthlete((account, _request, id) => {
        const found = findActivity(account, id);
        return found && !found.isManual ? { json: streamsOf(found) } : MISSING;
      }),
    },
  ];
  const server = await startVendorServer(routes, port);

  /** One per application; the address has to answer the handshake first. */
  async function subscribe(fields: URLSearchParams): Promise<VendorAnswer> {
    if (!isOurs(fields)) return UNAUTHORIZED;
    const asked = new URL(fields.get("callback_url") ?? "");
    asked.searchParams.set("hub.mode", "subscribe");
    asked.searchParams.set("hub.challenge", "15f7d1a91c1f40f8a748fd134752feb3");
    asked.searchParams.set("hub.verify_token", fields.get("verify_token") ?? "");
    const answer = await fetch(asked).catch(() => null);
    const said = answer?.ok ? await answer.json() : null;
    const isRight = said?.["hub.challenge"] === asked.searchParams.get("hub.challenge");
    if (subscription || !isRight) return { status: 400, json: { message: "Bad Request" } };
    subscription = { id: SUBSCRIPTION_ID, callback_url: fields.get("callback_url") ?? "" };
    return { status: 201, json: { id: SUBSCRIPTION_ID } };
  }

  function tokenAnswer(fields: URLSearchParams): VendorAnswer {
    if (!isOurs(fields)) return UNAUTHORIZED;
    const isCode = fields.get("grant_type") === "authorization_code";
    const given = isCode
      ? grants.exchange(fields.get("code") ?? "", null)
      : grants.renew(fields.get("refresh_token") ?? "");
    if (!given) return { status: 400, json: { message: "Bad Request", errors: [] } };
    const account = accounts.get(Number(given.accountId));
    return {
      json: {
        ...{ token_type: "Bearer", access_token: given.accessToken },
        ...{ refresh_token: given.refreshToken, expires_in: ACCESS_S },
        expires_at: Math.floor(Date.now() / 1000) + ACCESS_S + aheadS,
        ...(isCode && account && { athlete: { id: account.id, firstname: account.firstname } }),
      },
    };
  }

  return {
    ...server,
    client: STRAVA_CLIENT,
    grants,
    limits,
    used,
    /** The first account is the one that is signed in on the consent page. */
    account(id = 134_815, firstname = "Mara") {
      const account: PlayedAccount = { id, firstname, activities: new Map(), endless: null };
      accounts.set(id, account);
      return {
        id,
        add: (activity: PlayedActivity) => void account.activities.set(activity.id, activity),
        remove: (activityId: number) => void account.activities.delete(activityId),
        hasEndlessRides: (count: number, newestS: number) => {
          account.endless = { count, newestS };
        },
      };
    },
    tick: (scope: string) => {
      ticked = scope;
    },
    skewClock: (seconds: number) => {
      aheadS = seconds;
      server.skewClock(seconds);
    },
  };
}

export type StravaServer = Awaited<ReturnType<typeof startStravaServer>>;

export function stravaEvent(
  ownerId: number,
  of: Partial<StravaEvent> & Pick<StravaEvent, "object_id" | "aspect_type">,
): StravaEvent {
  return {
    ...{ object_type: "activity", updates: {}, owner_id: ownerId },
    ...{ subscription_id: SUBSCRIPTION_ID, event_time: 1_763_600_000 },
    ...of,
  };
}

/** The request that Strava makes with an event; signed when `signedAtS` tells when. */
export function stravaDelivery(
  event: unknown,
  { signedAtS, secret = STRAVA_CLIENT.clientSecret }: { signedAtS?: number; secret?: string } = {},
) {
  const body = new TextEncoder().encode(JSON.stringify(event));
  const headers = new Headers({ "content-type": "application/json" });
  if (signedAtS !== undefined) {
    const v1 = createHmac("sha256", secret).update(`${signedAtS}.`).update(body).digest("hex");
    headers.set("x-strava-signature", `t=${signedAtS},v1=${v1}`);
  }
  return { headers, body, query: new URLSearchParams() };
}

function isOurs(fields: URLSearchParams): boolean {
  return (
    fields.get("client_id") === STRAVA_CLIENT.clientId &&
    fields.get("client_secret") === STRAVA_CLIENT.clientSecret
  );
}

function formOf(body: Uint8Array): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(body));
}
