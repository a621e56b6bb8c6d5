import "server-only";
import type { Env } from "@/lib/env/configuration";
import { calendarSource } from "@/lib/integrations/calendar/calendar-source";
import { garminConnectSource } from "@/lib/integrations/garmin/connect/garmin-connect-source";
import { garminPartnerSource } from "@/lib/integrations/garmin/partner/garmin-partner-source";
import { garminPersonalSource } from "@/lib/integrations/garmin/personal/garmin-personal-source";
import { type ProviderPolicies, providerPolicies } from "@/lib/integrations/policy/provider-policy";
import { rateBudget } from "@/lib/integrations/policy/rate-budget";
import type { OAuthSource, PastedSource, Source, Sources } from "@/lib/integrations/source-ports";
import { stravaSource } from "@/lib/integrations/strava/strava-source";
import { countExternalCall } from "@/lib/metrics/count";
import { PROVIDERS, type Provider } from "@/lib/training/source/providers";
import { providerStateStore } from "./provider-state-store";

/** Of Strava's calls, so that somebody who waits still gets an answer. */
const KEPT_BACK = 0.1;

/** The vendors that the operator has set up; every call goes through the vendor's policy. */
export function configuredSources({
  sources,
  publicUrl,
  calendarAllowsPrivate,
}: Pick<Env, "sources" | "publicUrl" | "calendarAllowsPrivate">): Sources {
  const policies = providerPolicies(providerStateStore, { onCall: countExternalCall });
  const configured = sourcesIn(sources, policies, calendarAllowsPrivate);
  const byProvider = new Map(configured.map((source) => [source.provider, source]));
  const of = (provider: Provider) => byProvider.get(provider) ?? null;
  return {
    available: PROVIDERS.filter((provider) => byProvider.has(provider)),
    of,
    pasted: (provider) => withMethod<PastedSource>(of(provider), "signIn"),
    oauth: (provider) => withMethod<OAuthSource>(of(provider), "signInWithCode"),
    redirectUri: (provider) => `${publicUrl}/api/oauth/${provider}/callback`,
    isResting: async (provider) => (await policies.state(provider)).breaker !== "closed",
  };
}

function sourcesIn(
  { garminPersonal, garminConnect, garminPartner, strava }: Env["sources"],
  policies: ProviderPolicies,
  calendarAllowsPrivate: boolean,
): Source[] {
  const through =
    (provider: Provider) =>
    <T>(work: (signal: AbortSignal) => Promise<T>) =>
      policies.run(provider, work);
  const sources: Source[] = [
    garminPersonalSource({ ...garminPersonal, call: through("garmin_personal") }),
    calendarSource({ allowsPrivate: calendarAllowsPrivate, call: through("calendar") }),
  ];
  if (strava) {
    const budget = rateBudget(providerStateStore, "strava", { keptBack: KEPT_BACK });
    sources.push(stravaSource({ ...strava, call: through("strava"), budget }));
  }
  if (garminConnect) {
    sources.push(garminConnectSource({ ...garminConnect, call: through("garmin_connect") }));
  }
  if (garminPartner) {
    sources.push(garminPartnerSource({ ...garminPartner, call: through("garmin_partner") }));
  }
  return sources;
}

function withMethod<Kind extends Source>(
  source: Source | null,
  method: Exclude<keyof Kind, keyof Source>,
): Kind | null {
  return source && method in source ? (source as Kind) : null;
}
