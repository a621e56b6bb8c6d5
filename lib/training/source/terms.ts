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
    says: [
      "Garmin gives the key for your own data and for personal use.",
      "It only reads, and it ends on the day that you chose when you made it.",
    ],
  },
  garmin_connect: {
    ...FREE,
    says: [
      "Unofficial: Garmin does not offer this way and may close it any day.",
      "Then it stops working; what is here stays.",
    ],
  },
  garmin_partner: {
    ...FREE,
    says: [
      "By Garmin's developer program, with your consent.",
      "You can change what Garmin hands out, or end it, in Garmin Connect at any time.",
    ],
  },
  strava: {
    aiAllowed: false,
    retentionDays: 7,
    mayCombine: false,
    says: [
      "By Strava's rules its data is shown to you alone, and no language model ever reads it here.",
      "What was fetched is deleted after 7 days, and when you disconnect.",
      "Where you have a file of the same activity, the file alone counts.",
      "To keep your history, import the files of your device or a Strava export.",
    ],
  },
  calendar: {
    ...FREE,
    says: ["Only the times are kept; what they are for, where and with whom is not."],
  },
} as const satisfies Record<Provider, SourceTerms>;

/** Kinds of kept originals that an API gave; every other kind is the athlete's own file. */
const API_KINDS = { strava_json: "strava" } as const satisfies Record<string, Provider>;
export type ApiKind = keyof typeof API_KINDS;

/** Whose terms bind a kept original; null for the athlete's own file. */
export function providerOfKind(kind: string): Provider | null {
  return Object.hasOwn(API_KINDS, kind) ? API_KINDS[kind as ApiKind] : null;
}

/** Kinds of originals that no language model may read, nor what is worked out of them. */
export function fencedKinds(): readonly ApiKind[] {
  return (Object.keys(API_KINDS) as ApiKind[]).filter(
    (kind) => !SOURCE_TERMS[API_KINDS[kind]].aiAllowed,
  );
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
