import "server-only";
import type { OAuthSource } from "@/lib/integrations/source-ports";
import { type PartnerOptions, partnerClient } from "./partner-client";
import { partnerSession } from "./partner-session";
import { partnerConsentUrl, partnerSignIn } from "./partner-sign-in";
import { readPartnerWebhook } from "./partner-webhook";

/** Garmin takes requests for any time and does not tell where its history begins. */
const HISTORY_DAYS = 365;

/**
 * Garmin by the API of its developer program (Health, Activity, Training), for organisations
 * that were admitted to it. Nothing can be listed: data comes when Garmin sends it.
 */
export function garminPartnerSource(options: PartnerOptions): OAuthSource {
  const client = partnerClient(options);
  return {
    provider: "garmin_partner",
    capabilities: new Set([
      ...(["activities", "activity_files", "webhooks", "sleep", "hrv", "resting_hr"] as const),
      ...(["stress", "steps", "body_battery", "weight", "respiration", "spo2"] as const),
      ...(["workout_upload", "workout_scheduling"] as const),
    ]),
    wellnessDays: 90,
    longestHistoryDays: HISTORY_DAYS,
    consentUrl: (attempt) => partnerConsentUrl(options, attempt),
    signInWithCode: (answer) => partnerSignIn(client, options, answer),
    readWebhook: (request) => readPartnerWebhook(options, request),
    open: (session) => partnerSession(client, options, session),
  };
}
