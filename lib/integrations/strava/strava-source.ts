import "server-only";
import type { OAuthSource } from "@/lib/integrations/source-ports";
import { STRAVA_HISTORY_DAYS, type StravaOptions, stravaClient } from "./strava-client";
import { stravaSession } from "./strava-session";
import { stravaConsentUrl, stravaSignIn } from "./strava-sign-in";
import { readStravaWebhook } from "./strava-webhook";

/**
 * Strava by its API, with an application of the operator's own. What comes from it is fenced:
 * see `SOURCE_TERMS`.
 */
export function stravaSource(
  options: StravaOptions & {
    /** Events of any other subscription are turned down; null takes those of every one. */
    readonly subscriptionId?: string | null | undefined;
  },
): OAuthSource {
  const client = stravaClient(options);
  return {
    provider: "strava",
    capabilities: new Set(["activities", "activity_files", "webhooks"]),
    wellnessDays: 1,
    longestHistoryDays: STRAVA_HISTORY_DAYS,
    consentUrl: (attempt) => stravaConsentUrl(options, attempt),
    signInWithCode: (answer) => stravaSignIn(client, options, answer),
    readWebhook: (request) => readStravaWebhook(options, request),
    open: (session) => stravaSession(client, options, session),
  };
}
