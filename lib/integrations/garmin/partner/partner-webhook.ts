import { createHash } from "node:crypto";
import { z } from "zod";
import { fromDayNumber } from "@/lib/dates/local-date";
import type {
  WebhookMessage,
  WebhookReading,
  WebhookRequest,
} from "@/lib/integrations/source-ports";
import { sameSecret } from "../../webhook/same-secret";
import { webhookJson } from "../../webhook/webhook-json";
import type { PartnerOptions } from "./partner-client";
import { isWellnessSummary, observationsOf } from "./partner-summaries";

const DAY_S = 86_400;
const LAST_SECOND = 100_000 * DAY_S;

const item = z.object({
  userId: z.string().min(1),
  callbackURL: z.string().nullish().catch(null),
  activityId: z
    .union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)])
    .transform(String)
    .nullish()
    .catch(null),
  startTimeInSeconds: z.number().min(0).max(LAST_SECOND).nullish().catch(null),
  permissions: z.array(z.string()).nullish().catch(null),
});
type Item = z.output<typeof item>;

const ACTIVITY_TYPES: ReadonlySet<string> = new Set([
  "activities",
  "activityDetails",
  "manuallyUpdatedActivities",
]);

/**
 * Reads what came to the webhook's address: summaries as a whole ("push") or where they can be
 * fetched ("ping"), of any number of athletes. Never throws.
 */
export function readPartnerWebhook(
  options: PartnerOptions,
  { headers, body }: WebhookRequest,
): WebhookReading {
  if (!sameSecret(headers.get("garmin-client-id"), options.clientId)) {
    return { kind: "refused", status: 401, reason: "This message is not of our application." };
  }
  const payload = webhookJson(body);
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    return { kind: "refused", status: 400, reason: "This is no message of Garmin's." };
  }
  const messages = Object.entries(payload).flatMap(([type, list]) =>
    (Array.isArray(list) ? list : []).flatMap((one) => messageOf(options, type, one)),
  );
  return { kind: "messages", messages };
}

function messageOf(options: PartnerOptions, type: string, payload: unknown): WebhookMessage[] {
  const parsed = item.safeParse(payload);
  if (!parsed.success) return [];
  const what = meaningOf(options, type, { item: parsed.data, payload });
  if (what === null) return [];
  // A corrected summary keeps its id, so the content tells what was said before.
  const said = createHash("sha256").update(JSON.stringify(payload)).digest("hex");
  return [{ dedupKey: `${type}:${said}`, accountId: parsed.data.userId, what }];
}

/** Null for what concerns nothing here. */
function meaningOf(
  options: PartnerOptions,
  type: string,
  one: { readonly item: Item; readonly payload: unknown },
): WebhookMessage["what"] | null {
  const { callbackURL: callbackUrl, activityId, permissions } = one.item;
  if (type === "deregistrations") return { kind: "disconnected" };
  if (type === "userPermissionsChange") {
    return permissions == null ? null : { kind: "permissions", scopes: permissions };
  }
  if (callbackUrl != null) return fetchOf(options, type, { ...one.item, callbackUrl });
  if (ACTIVITY_TYPES.has(type)) {
    return activityId == null ? null : { kind: "activities_changed", externalIds: [activityId] };
  }
  const observations = observationsOf(type, one.payload);
  return observations.length > 0 ? { kind: "data", observations } : null;
}

/** Something to fetch, where it is of use and at Garmin's own address. */
function fetchOf(
  options: PartnerOptions,
  type: string,
  { callbackUrl, activityId, startTimeInSeconds: startS }: Item & { readonly callbackUrl: string },
): WebhookMessage["what"] | null {
  const isUsed = type === "activityFiles" || ACTIVITY_TYPES.has(type) || isWellnessSummary(type);
  if (!isUsed || !isOwnAddress(options, callbackUrl)) return null;
  return {
    ...{ kind: "fetch", callbackUrl, dataType: type },
    ...(activityId == null ? {} : { externalId: activityId }),
    // The day before: it may have been recorded anywhere on earth.
    ...(startS == null ? {} : { day: fromDayNumber(Math.floor(startS / DAY_S) - 1) }),
  };
}

/** A ping is not signed: it must not make this server ask anybody else. */
export function isOwnAddress({ apiUrl }: PartnerOptions, address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(apiUrl).origin;
}
