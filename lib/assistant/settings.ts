import type { ModelId } from "./models";

/** What a model is asked to write. */
export const ASSISTANT_FEATURES = ["weekly", "daily", "debrief"] as const;
export type AssistantFeature = (typeof ASSISTANT_FEATURES)[number];

export type ModelEffort = "low" | "medium" | "high";

type FeatureSettings = {
  readonly model: ModelId;
  readonly effort: ModelEffort;
  /** Of the answer, with what the model thinks before it. */
  readonly mostTokens: number;
  readonly timeoutS: number;
};

/** Everything about the assistant that may be tuned; docs/assistant.md says how to change it. */
export const ASSISTANT_SETTINGS = {
  features: {
    weekly: { model: "claude-haiku-5-5", effort: "low", mostTokens: 6000, timeoutS: 60 },
    daily: { model: "claude-haiku-5-5", effort: "low", mostTokens: 3000, timeoutS: 45 },
    debrief: { model: "claude-haiku-5-5", effort: "low", mostTokens: 3000, timeoutS: 45 },
  } satisfies Record<AssistantFeature, FeatureSettings>,
  /** Asked in its place when less than `belowShare` of a text stood up to verification. */
  escalation: {
    model: "claude-sonnet-5-5" as ModelId,
    belowShare: 0.6,
    /** Instead, for an athlete whose thumbs are down on what the usual model wrote of this kind. */
    whenDisliked: { belowShare: 1, leastThumbs: 3, mostDownShare: 0.5 },
  },
  /** When the operator is told that texts are not what they should be. */
  quality: {
    /** Of what was written in so many days; thumbs count for `keepDays`. */
    days: 7,
    leastTexts: 20,
    leastHeldShare: 0.9,
    mostEscalatedShare: 0.05,
    leastThumbs: 10,
    mostDownShare: 0.3,
    /** Questions in 24 hours, before half of them failing says something. */
    leastAsked: 3,
  },
  /** Asked again when that may help, in the background: so often in all. */
  tries: 3,
  /** Seconds between them, where the provider does not say how long. */
  againAfterS: 60,
  /** An import's activities that are news: of so many days, today's too, and no more than these. */
  fresh: { days: 2, activities: 3 },
  /** What a model is told, and may tell, at most: more would not be read, and cost. */
  most: { findings: 8, events: 6, insights: 5 },
  /** What a text may urge, and whom. */
  guards: { adultYears: 18, weekGrowthPercent: 10 },
  /** How often a text that says something false is sent back. */
  repairs: 1,
  /** Days for which a text holds unless something happens before. */
  validDays: 7,
  budget: {
    /** US dollars in a calendar month (UTC), unless the athlete chose another. */
    athleteUsd: 0.5,
    /** From this share of a budget on, only the cheapest model is asked. */
    cheapFromShare: 0.7,
  },
  batch: {
    /** On Mondays, where the athlete is. */
    localHour: 2,
    /** So many hours later a Monday that was missed is let go. */
    lateHours: 48,
    /** Athletes in one batch: what is held in memory while it is sent. */
    chunk: 500,
    firstPollS: 60,
    mostPollS: 1800,
    /** Longer than the provider takes, also where it cannot be asked for a while. */
    mostPolls: 60,
    /** The provider gives up after 24 h; an hour later so do we. */
    capS: 25 * 3600,
    /** For stopping one that was called off. */
    stopS: 3600,
    /** How often what expired or failed is sent again before the rules have the last word. */
    retries: 2,
  },
  /** A day that costs so many times the mean of the seven before it is told to the operator. */
  alertAtTimesMean: 3,
  /** Days for which a call, and what was sent with it, is kept. */
  keepDays: 30,
} as const;
