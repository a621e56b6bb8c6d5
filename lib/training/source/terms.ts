import type { Provider } from "./providers";

/** What binds the data of a source, beyond that it is the athlete's. */
export type SourceTerms = {
  /** Whether it may be part of what a language model reads. */
  readonly aiAllowed: boolean;
  /** Days after which what was fetched is deleted; null: when the athlete deletes it. */
  readonly retentionDays: number | null;
  /** Whether it may be combined with what others recorded of the same activity. */
  readonly mayCombine: boolean;
  /** In plain words, a sentence each. */
  readonly says: readonly string[];
};

const FREE = { aiAllowed: true, retentionDays: null, mayCombine: true } as const;

export const SOURCE_TERMS = {
  garmin_personal: {
    ...FREE,
    says: ["Garmin's personal key is for your own data and no commercial use."],
  },
  garmin_connect: {
    ...FREE,
    says: ["This way in is not official: Garmin may close it at any time."],
  },
  garmin_partner: {
    ...FREE,
    says: ["You can change what Garmin hands out, or end it, in Garmin Connect at any time."],
  },
  strava: {
    aiAllowed: false,
    retentionDays: 7,
    mayCombine: false,
    says: [
      "Strava's rules forbid handing its data to a language model: no such model ever reads it here.",
      "What was fetched is deleted after seven days, and when you disconnect.",
      "Where you have a file of the same activity, the file alone counts.",
      "To keep your history, import the files of your device or a Strava export.",
    ],
  },
  calendar: { ...FREE, says: ["Only when you are busy is kept, not what with."] },
} as const satisfies Record<Provider, SourceTerms>;

/** Kinds of kept originals that an API gave; every other kind is the athlete's own file. */
const API_KINDS = { strava_json: "strava" } as const satisfies Record<string, Provider>;
export type ApiKind = keyof typeof API_KINDS;

/** Whose terms bind a kept original; null for the athlete's own file. */
export function providerOfKind(kind: string): Provider | null {
  return Object.hasOwn(API_KINDS, kind) ? API_KINDS[kind as ApiKind] : null;
}

/** Kinds of originals that may be kept for a time only, and for how long. */
export function expiringKinds(): readonly {
  readonly kind: ApiKind;
  readonly provider: Provider;
  readonly days: number;
}[] {
  const kinds = Object.entries(API_KINDS) as [ApiKind, Provider][];
  return kinds.flatMap(([kind, provider]) => {
    const days: number | null = SOURCE_TERMS[provider].retentionDays;
    return days === null ? [] : [{ kind, provider, days }];
  });
}
