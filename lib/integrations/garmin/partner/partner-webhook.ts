import { createHash } from "node:crypto";
import { z } from "zod";
import type {
  WebhookMessage,
  WebhookReading,
  WebhookRequest,
} from "@/lib/integrations/source-ports";
import { sameSecret } from "../../webhook/same-secret";
import { webhookJson } from "../../webhook/webhook-json";
import type { PartnerOptions } from "./partner-client";
import { isWellnessSummary, observationsOf } from "./partner-summaries";

const item = z.object({
  userId: z.string().min(1),
  callbackURL: z.string().nullish().catch(null),
  activityId: z
    .union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)])
    .transform(String)
    .nullish()
    .catch(null),
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
  if (callbackUrl != null) {
    const isUsed = type === "activityFiles" || ACTIVITY_TYPES.has(type) || isWellnessSummary(type);
    if (!isUsed || !isOwnAddress(options, callbackUrl)) return null;
    const externalId = activityId == null ? {} : { externalId: activityId };
    return { kind: "fetch", callbackUrl, dataType: type, ...externalId };
  }
  if (ACTIVITY_TYPES.has(type)) {
    return activityId == null ? null : { kind: "activities_changed", externalIds: [activityId] };
  }
  const observations = observationsOf(type, one.payload);
  return observations.length > 0 ? { kind: "data", observations } : null;
}

/** A ping is not signed: it must not make this server ask anybody else. */
export function isOwnAddress({ apiUrl }: PartnerOptions, address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(apiUrl).origin;
}
