import type {
  Source,
  SourceCapability,
  SourceError,
  SourceFailure,
  SourceGap,
} from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import type { Provider } from "@/lib/training/source/providers";

/** Stable code and one sentence for the athlete: what failed and the way to mend it. */
export type SourceProblem = { readonly code: SourceFailure; readonly problem: string };

const SIGN_IN_AGAIN: Readonly<Record<Provider, string>> = {
  garmin_personal: "Garmin no longer accepts the key. Make a new one at Garmin and enter it here.",
  garmin_connect:
    "Garmin no longer accepts these tokens. Bring new ones along, or connect with a key instead.",
  garmin_partner: "Garmin no longer lets Formline in. Connect again to give your consent anew.",
  strava: "Strava no longer lets Formline in. Connect again to give your consent anew.",
  calendar: "The calendar asks for a password. Enter its secret address instead.",
};

/** What the athlete reads of a vendor's refusal. */
export function describeSourceProblem({ provider, failure }: SourceError): SourceProblem {
  return describeFailure(provider, failure);
}

export function describeFailure(provider: Provider, failure: SourceFailure): SourceProblem {
  const name = PROVIDER_NAMES[provider];
  return { code: failure, problem: sentence(name, provider, failure) };
}

function sentence(name: string, provider: Provider, failure: SourceFailure): string {
  switch (failure) {
    case "signed_out":
      return SIGN_IN_AGAIN[provider];
    case "forbidden":
      return `${name} does not let Formline read this. Look at what you have allowed there, then connect again.`;
    case "not_found":
      return `${name} has nothing at this address any more. Connect again if you have moved.`;
    case "rate_limited":
      return `${name} was asked too often and wants a pause. Formline goes on by itself; what is here stays.`;
    case "unavailable":
      return `${name} does not answer at the moment. Formline tries again by itself; what is here stays.`;
    case "misunderstood":
      return `${name} answered in a form that Formline does not know. Nothing was changed; it is tried again by itself. If it stays so, tell whoever runs this server.`;
    case "refused":
      return `${name} refused the question. It is tried again by itself. If it stays so, tell whoever runs this server.`;
  }
}

const VALUES: Readonly<Partial<Record<SourceCapability, string>>> = {
  sleep: "sleep",
  hrv: "heart rate variability",
  resting_hr: "resting heart rate",
  stress: "stress",
  steps: "steps",
  body_battery: "Body Battery",
  weight: "weight",
  respiration: "respiration",
  spo2: "oxygen saturation",
  training_readiness: "training readiness",
};

/** The sync was whole but for some values, which the next one asks for again. */
export const LEFT_OUT = "left_out";

/** What the athlete reads when a vendor left values out. */
export function describeGaps(
  { provider }: Source,
  gaps: readonly SourceGap[],
): { readonly code: typeof LEFT_OUT; readonly problem: string } {
  const names = [...new Set(gaps.map(({ capability }) => VALUES[capability] ?? capability))];
  const last = names.pop() ?? "";
  const list = names.length === 0 ? last : `${names.join(", ")} and ${last}`;
  const problem = `${PROVIDER_NAMES[provider]} did not give ${list} in a form that Formline knows. The next sync asks again.`;
  return { code: LEFT_OUT, problem };
}
