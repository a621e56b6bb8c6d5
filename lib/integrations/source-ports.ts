import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { PlannedStep } from "@/lib/training/plan/planned-workout";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import type { Provider } from "@/lib/training/source/providers";

/** What an adapter can do; screens say it in plain words, services ask before they call. */
export const SOURCE_CAPABILITIES = [
  "activities",
  "activity_files",
  "webhooks",
  "sleep",
  "hrv",
  "resting_hr",
  "stress",
  "steps",
  "body_battery",
  "weight",
  "respiration",
  "spo2",
  "training_readiness",
  "training_status",
  "vo2max",
  "splits",
  "workout_upload",
  "workout_scheduling",
  "busy_times",
] as const;
export type SourceCapability = (typeof SOURCE_CAPABILITIES)[number];

/**
 * Why a vendor did not give what was asked.
 * - "signed_out": the tokens or the key hold no more; the athlete has to connect again
 * - "forbidden": signed in, but not allowed (a missing consent, somebody else's activity)
 * - "not_found": it is not there (any more)
 * - "rate_limited": too many questions; `retryAfterS` when the vendor said for how long
 * - "unavailable": failed, timed out, unreachable, or its breaker is open
 * - "misunderstood": it answered something that is none of the known forms
 * - "refused": the request itself is wrong in the vendor's eyes (a range too long)
 */
export type SourceFailure =
  | "signed_out"
  | "forbidden"
  | "not_found"
  | "rate_limited"
  | "unavailable"
  | "misunderstood"
  | "refused";

/** A vendor's refusal, typed. Never holds a token, an address with one, or the answer's body. */
export class SourceError extends Error {
  readonly failure: SourceFailure;
  readonly provider: Provider;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Seconds; null when the vendor did not say. */
  readonly retryAfterS: number | null;

  constructor(
    provider: Provider,
    failure: SourceFailure,
    message: string,
    options: { status?: number; retryAfterS?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "SourceError";
    this.provider = provider;
    this.failure = failure;
    this.status = options.status ?? null;
    this.retryAfterS = options.retryAfterS ?? null;
  }
}

/** Both days belong to it. */
export type DayRange = { readonly fromDay: LocalDate; readonly toDay: LocalDate };

/** Tokens or keys as the adapter wants them back; only ever stored sealed. */
export type Credentials = Readonly<Record<string, string | number | null>>;

/** Credentials that work now, and what is known of the account. */
export type SignedIn = {
  readonly credentials: Credentials;
  /** The vendor's id of the account; null where it has none. */
  readonly accountId: string | null;
  readonly label: string;
  readonly scopes: readonly string[];
  /** When the athlete has to act again; null when it refreshes by itself without end. */
  readonly expiresAt: Date | null;
};

/** Values that could not be had though the rest could: another form, or not offered. */
export type SourceGap = {
  readonly capability: SourceCapability;
  readonly failure: SourceFailure;
};

/** One entry of the vendor's list of activities. */
export type RemoteActivity = {
  readonly externalId: string;
  readonly startedAt: Date | null;
  readonly title: string | null;
  /** Changes when the vendor's copy changes; null when it does not tell. */
  readonly version: string | null;
};

/** The vendor's account of one athlete. Every method throws `SourceError`. */
export type SourceSession = {
  /**
   * What is known of these days, in any order; a day of which nothing is known is absent.
   * Splits the range as the vendor wants it.
   */
  wellness?(range: DayRange): Promise<readonly WellnessObservation[]>;
  /** A page, newest first. `cursor` null begins; `next` null ends. `since` may be ignored. */
  activities?(page: {
    readonly cursor: string | null;
    readonly since: Date | null;
  }): Promise<{ readonly items: readonly RemoteActivity[]; readonly next: string | null }>;
  /** What was recorded, as a file that `FileReader` reads; null when the vendor has none. */
  file?(externalId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  /** Times at which the athlete is busy. */
  busyTimes?(from: Date, to: Date): Promise<readonly BusyTime[]>;
  /** What the vendor itself makes of the athlete's training; null when it says nothing. */
  trainingStatus?(day: LocalDate): Promise<DeviceTrainingStatus | null>;
  /** Laps as the vendor has them, in order; empty when it has none. */
  splits?(externalId: string): Promise<readonly RemoteSplit[]>;
  /**
   * Stores a workout there and reads it back; the vendor's id of it. With `replaces` the
   * workout of that id becomes this one, and stays on the days that it is scheduled for.
   */
  uploadWorkout?(workout: WorkoutToUpload, replaces: string | null): Promise<string>;
  /** Puts an uploaded workout on a day, once however often it is asked; the entry's id. */
  scheduleWorkout?(workoutId: string, day: LocalDate): Promise<string>;
  /** Whether the sign-in still holds ("signed_out" when not); null scopes: the vendor tells none. */
  check?(): Promise<{ readonly scopes: readonly string[] | null }>;
  /** "not_found" when the address holds no more. */
  announced?(announcement: Announcement): Promise<Announced>;
  /** Has the vendor send through its webhooks what it has of these days. */
  requestHistory?(range: DayRange): Promise<void>;
  /** The same of a whole calendar; null when it is still as `version` says. */
  readCalendar?(request: CalendarRequest): Promise<CalendarReading | null>;
  /** Gives the access up at the vendor; silence when it has no way to. */
  revoke?(): Promise<void>;
};

/** The vendor's own estimates; each null where it has none. */
export type DeviceTrainingStatus = {
  readonly day: LocalDate;
  /** In the vendor's words: "PRODUCTIVE_2". */
  readonly status: string | null;
  readonly acuteLoad: number | null;
  readonly chronicLoad: number | null;
  /** mL/kg/min. */
  readonly vo2maxRunning: number | null;
  readonly vo2maxCycling: number | null;
};

export type RemoteSplit = {
  readonly startedAt: Date | null;
  readonly durationS: number | null;
  readonly distanceM: number | null;
  readonly averageHeartRateBpm: number | null;
  readonly averagePowerW: number | null;
};

export type WorkoutToUpload = {
  readonly title: string;
  readonly sport: Sport;
  readonly steps: readonly PlannedStep[];
};

export type CalendarRequest = {
  readonly from: Date;
  readonly to: Date;
  /** IANA: where whole days, and times without a zone, are meant. */
  readonly timeZone: string;
  /** As the last reading gave it; null to read in any case. */
  readonly version: string | null;
};

export type CalendarReading = {
  /** As the calendar calls itself. */
  readonly name: string | null;
  /** What touches the time that was asked for, in order. */
  readonly busyTimes: readonly BusyTime[];
  /** Events that could not be read. */
  readonly unreadable: number;
  /** It holds more than is read. */
  readonly isCut: boolean;
  readonly version: string;
};

export type BusyTime = {
  readonly uid: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly isAllDay: boolean;
};

/** Calls used and allowed per window, by the window's name. */
export type RateUsage = Readonly<
  Record<string, { readonly used: number; readonly limit: number; readonly resetsAt: Date }>
>;

/** The calls that all athletes of this server share at a vendor. */
export type RateBudget = {
  note(usage: RateUsage): void | Promise<void>;
  /** Seconds until another call may be made; null when one may be made now. */
  waitS(): number | null | Promise<number | null>;
};

export type SessionOptions = {
  readonly credentials: Credentials;
  readonly now: () => Date;
  /** Called before new credentials are used, so that a rotated token is never lost. */
  readonly save: (renewed: Credentials) => Promise<void>;
  /**
   * Runs `work` while no other process renews this account's tokens, with the credentials as
   * they are stored at that moment: another one may have renewed them meanwhile.
   */
  readonly exclusively: <T>(work: (current: Credentials) => Promise<T>) => Promise<T>;
  /** Told of values that were left out; what was had is given all the same. */
  readonly noticed?: (gap: SourceGap) => void;
};

/** A vendor: what it can do, and the way to an athlete's account there. */
export type Source = {
  readonly provider: Provider;
  readonly capabilities: ReadonlySet<SourceCapability>;
  /** The most days that one wellness request of the backfill should cover. */
  readonly wellnessDays: number;
  /** Days back that the vendor gives at all; null: all. */
  readonly longestHistoryDays: number | null;
  open(options: SessionOptions): SourceSession;
};

/** Something to fetch once, at an address of the vendor's own. */
export type Announcement = {
  readonly callbackUrl: string;
  readonly dataType: string;
  /** Of an activity's file; absent for everything else. */
  readonly externalId?: string;
  /** The day that it is of or the one before, where the vendor tells; absent where it does not. */
  readonly day?: LocalDate;
};

/** What an announcement led to. */
export type Announced = {
  readonly observations: readonly WellnessObservation[];
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
};

/**
 * One thing that a vendor's webhook tells of one account. A hint, no proof: before something is
 * taken away for it, the vendor is asked (a session that is "signed_out", a file "not_found").
 */
export type WebhookMessage = {
  /** The same message again has the same key. */
  readonly dedupKey: string;
  /** The vendor's id of the account. */
  readonly accountId: string;
  readonly what:
    | { readonly kind: "activities_changed"; readonly externalIds: readonly string[] }
    | { readonly kind: "activity_removed"; readonly externalId: string }
    | { readonly kind: "data"; readonly observations: readonly WellnessObservation[] }
    | ({ readonly kind: "fetch" } & Announcement)
    /** The athlete has taken the access back at the vendor. */
    | { readonly kind: "disconnected" }
    | { readonly kind: "permissions"; readonly scopes: readonly string[] };
};

export type WebhookReading =
  /** The vendor asks whether this is the address: answer with `reply` as JSON. */
  | { readonly kind: "handshake"; readonly reply: unknown }
  | { readonly kind: "refused"; readonly status: number; readonly reason: string }
  | { readonly kind: "messages"; readonly messages: readonly WebhookMessage[] };

export type WebhookRequest = {
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly query: URLSearchParams;
};

/** A vendor whose consent page gives a code that is exchanged for tokens. */
export type OAuthSource = Source & {
  /** The vendor's page on which the athlete agrees. `codeChallenge` is S256, base64url. */
  consentUrl(attempt: {
    readonly state: string;
    readonly codeChallenge: string;
    readonly redirectUri: string;
  }): URL;
  /** Throws `SourceError`: "refused" when the code holds no more. */
  signInWithCode(answer: {
    readonly code: string;
    readonly codeVerifier: string;
    readonly redirectUri: string;
    /** What stands as "scope" in the address that the vendor led back to; null without. */
    readonly scope?: string | null;
  }): Promise<SignedIn>;
  /** Never throws, whatever the body holds. */
  readWebhook(request: WebhookRequest): WebhookReading;
};

/** A vendor that is signed in to with something that the athlete pastes: a key, tokens, an address. */
export type PastedSource = Source & { signIn(pasted: string): Promise<SignedIn> };

/** The vendors that the operator has set up. */
export type Sources = {
  readonly available: readonly Provider[];
  /** Null unless it is set up. */
  of(provider: Provider): Source | null;
  /** Null unless it is set up and takes what the athlete pastes. */
  pasted(provider: Provider): PastedSource | null;
  /** Null unless it is set up and has a consent page. */
  oauth(provider: Provider): OAuthSource | null;
  /** Where the vendor's consent page leads back to. */
  redirectUri(provider: Provider): string;
  /** True while the vendor is not asked, because too many calls to it have failed. */
  isResting(provider: Provider): Promise<boolean>;
};
