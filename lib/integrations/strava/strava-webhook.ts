import { createHmac } from "node:crypto";
import { z } from "zod";
import type {
  WebhookMessage,
  WebhookReading,
  WebhookRequest,
} from "@/lib/integrations/source-ports";
import { sameSecret } from "../webhook/same-secret";
import { webhookJson } from "../webhook/webhook-json";
import type { StravaOptions } from "./strava-client";

/** A signature of an older or younger message is none: somebody may have kept it. */
const MOST_SKEW_S = 300;

const id = z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const event = z.object({
  object_type: z.string(),
  object_id: id,
  aspect_type: z.string(),
  updates: z.record(z.string(), z.unknown()).nullish().catch(null),
  owner_id: id,
  subscription_id: id,
  event_time: z.number().int(),
});
type Event = z.infer<typeof event>;

/**
 * What Strava is told to say when it first asks whether this is the address: derived, so that
 * there is no secret more to keep.
 */
export function stravaVerifyToken(clientSecret: string): string {
  return createHmac("sha256", clientSecret).update("formline strava webhook").digest("hex");
}

/** Reads what came to the webhook's address. Never throws. */
export function readStravaWebhook(
  options: StravaOptions & { readonly subscriptionId?: string | null | undefined },
  request: WebhookRequest,
): WebhookReading {
  if (request.query.has("hub.mode")) return handshake(options, request.query);
  const signature = request.headers.get("x-strava-signature");
  if (signature !== null && !isSignedBy(options, signature, request.body)) {
    return refusal(401, "The signature does not fit the message.");
  }
  const parsed = event.safeParse(webhookJson(request.body));
  if (!parsed.success) return refusal(400, "This is no event of Strava's.");
  const expected = options.subscriptionId ?? null;
  if (expected !== null && !sameSecret(parsed.data.subscription_id, expected)) {
    return refusal(403, "This event is of another subscription.");
  }
  const what = meaningOf(parsed.data);
  return { kind: "messages", messages: what === null ? [] : [messageOf(parsed.data, what)] };
}

function handshake({ clientSecret }: StravaOptions, query: URLSearchParams): WebhookReading {
  const challenge = query.get("hub.challenge");
  const isOurs = sameSecret(query.get("hub.verify_token"), stravaVerifyToken(clientSecret));
  if (query.get("hub.mode") !== "subscribe" || challenge === null || !isOurs) {
    return refusal(403, "This handshake was not asked for.");
  }
  return { kind: "handshake", reply: { "hub.challenge": challenge } };
}

/** "t=1516126040,v1=…": the HMAC of "t.body" with the client's secret. */
function isSignedBy(
  { clientSecret, now = () => new Date() }: StravaOptions,
  signature: string,
  body: Uint8Array,
): boolean {
  const parts = new Map(
    signature.split(",").map((part) => {
      const [name = "", ...value] = part.trim().split("=");
      return [name, value.join("=")];
    }),
  );
  const stamp = parts.get("t") ?? "";
  if (!/^\d{1,12}$/.test(stamp)) return false;
  if (Math.abs(now().getTime() / 1000 - Number(stamp)) > MOST_SKEW_S) return false;
  const right = createHmac("sha256", clientSecret).update(`${stamp}.`).update(body).digest("hex");
  return sameSecret(parts.get("v1"), right);
}

/** Null for what concerns nothing here. */
function meaningOf({ object_type, object_id, aspect_type, updates }: Event) {
  if (object_type === "athlete") {
    return String(updates?.authorized) === "false" ? ({ kind: "disconnected" } as const) : null;
  }
  if (object_type !== "activity") return null;
  if (aspect_type === "delete") return { kind: "activity_removed", externalId: object_id } as const;
  return aspect_type === "create" || aspect_type === "update"
    ? ({ kind: "activities_changed", externalIds: [object_id] } as const)
    : null;
}

function messageOf(from: Event, what: WebhookMessage["what"]): WebhookMessage {
  const changed = Object.keys(from.updates ?? {}).sort();
  const parts = [from.object_type, from.object_id, from.aspect_type, from.event_time, ...changed];
  return { dedupKey: parts.join(":").slice(0, 200), accountId: from.owner_id, what };
}

function refusal(status: number, reason: string): WebhookReading {
  return { kind: "refused", status, reason };
}
