import { z } from "zod";
import { askForJson } from "@/lib/integrations/http/ask-vendor";
import { misunderstood } from "@/lib/integrations/http/vendor-failure";
import { type StravaOptions, stravaClient } from "./strava-client";
import { stravaVerifyToken } from "./strava-webhook";

const PATH = "/api/v3/push_subscriptions";
const id = z.union([z.number(), z.string()]).transform(String);
const subscriptions = z.array(z.object({ id, callback_url: z.string() }));

export type StravaSubscription = { readonly id: string; readonly callbackUrl: string };

/** The one subscription to events that Strava gives an application. Throws `SourceError`. */
export function stravaSubscription(options: StravaOptions) {
  const { vendor } = stravaClient(options);
  const secrets = { client_id: options.clientId, client_secret: options.clientSecret };
  const address = (path: string) => {
    const url = new URL(path, options.baseUrl);
    url.search = new URLSearchParams(secrets).toString();
    return url;
  };
  return {
    async current(): Promise<StravaSubscription | null> {
      const answer = subscriptions.safeParse(
        (await askForJson(vendor, { url: address(PATH) })) ?? [],
      );
      if (!answer.success) throw misunderstood(vendor);
      const [first] = answer.data;
      return first ? { id: first.id, callbackUrl: first.callback_url } : null;
    },
    /** Strava asks the address for its handshake before it answers, so that has to be reached. */
    async create(callbackUrl: string): Promise<StravaSubscription> {
      const verify_token = stravaVerifyToken(options.clientSecret);
      const body = new URLSearchParams({ ...secrets, callback_url: callbackUrl, verify_token });
      const url = new URL(PATH, options.baseUrl);
      const made = z
        .object({ id })
        .safeParse(await askForJson(vendor, { url, method: "POST", body }));
      if (!made.success) throw misunderstood(vendor);
      return { id: made.data.id, callbackUrl };
    },
    async remove(subscriptionId: string): Promise<void> {
      const url = address(`${PATH}/${encodeURIComponent(subscriptionId)}`);
      await askForJson(vendor, { url, method: "DELETE" });
    },
  };
}
