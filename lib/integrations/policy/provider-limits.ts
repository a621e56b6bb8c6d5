import type { Provider } from "@/lib/training/source/providers";

export type Limits = {
  /** For one call, from the question to the last byte. */
  readonly timeoutS: number;
  /** False where the calls go to hosts that have nothing to do with one another. */
  readonly breaks: boolean;
};

export const PROVIDER_LIMITS: Readonly<Record<Provider, Limits>> = {
  garmin_personal: { timeoutS: 20, breaks: true },
  garmin_connect: { timeoutS: 20, breaks: true },
  garmin_partner: { timeoutS: 20, breaks: true },
  strava: { timeoutS: 10, breaks: true },
  calendar: { timeoutS: 15, breaks: false },
};

/** A model takes its time, and a batch of questions to it is some megabytes. */
export const MODEL_LIMITS: Limits = { timeoutS: 120, breaks: true };

/** A key that is not accepted, or an account that is not paid, is not put right within seconds. */
export const MODEL_SHUT_MS = 15 * 60_000;

/** Calls to one vendor at the same time, in each process; further ones wait, then are refused. */
export const CALLS_AT_ONCE = 4;
export const CALLS_WAITING = 100;

/** A vendor counts as down when half of at least ten calls in 30 s failed; after 60 s one is tried. */
export const BREAKS_AT = { share: 0.5, calls: 10, withinMs: 30_000 } as const;
export const TRIAL_AFTER_MS = 60_000;
