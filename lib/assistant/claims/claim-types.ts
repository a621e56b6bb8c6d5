/** What a text says that can be held against the facts, and what came of it. */

/** Languages whose way of writing numbers is known. */
export type TextLocale = "en" | "de" | "fr";

/** A place in a text, in UTF-16 units: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** A number, a day or a direction that the facts bear out. */
export type Claim = Span & {
  /** A fact's id, or `finding:…` / `event:…` for the words that it repeats. */
  readonly factId: string;
};

export type ProblemKind = "number" | "unit" | "metric" | "day" | "direction" | "unread";

export type Problem = Span & {
  readonly kind: ProblemKind;
  /** The words in question. */
  readonly said: string;
  /** One sentence, fit for a model that is asked to mend it. */
  readonly why: string;
};

export type Verification = {
  readonly ok: boolean;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
};

/** A metric's name where it stands. */
export type MetricMention = Span & { readonly name: string };

export type Numeral = Span & {
  readonly value: number;
  /** Digits after the decimal mark: how finely it was rounded. */
  readonly decimals: number;
  readonly sign: -1 | 0 | 1;
  /** Hours, minutes and seconds as they stand in a clock, two or three of them. */
  readonly clock?: readonly number[];
  readonly isOrdinal?: boolean;
  /** "half of": the value is in percent. */
  readonly isShare?: boolean;
};

/** A number as it was meant: every reading has its own unit. */
export type Quantity = Span & {
  readonly sign: -1 | 0 | 1;
  readonly readings: readonly Reading[];
  /** "bpm", "h"; empty when bare. */
  readonly unit: string;
  /** "about 7 h", "nearly 7 h", "just over 7 h": where the value may lie. */
  readonly hedge?: "about" | "under" | "over";
};

export type Dimension =
  | ("bpm" | "ms" | "time" | "distance" | "speed" | "pace" | "power" | "power-mass" | "energy")
  | (
      | "mass"
      | "oxygen"
      | "temperature"
      | "percent"
      | "points"
      | "days"
      | "count"
      | "rating"
      | "bare"
      | "times"
    )
  | "unknown";

export type Reading = {
  readonly dimension: Dimension;
  /** As written; multiply by `factor` and add `offset` for SI. */
  readonly value: number;
  readonly factor: number;
  readonly offset: number;
  /** Half of the last digit that is written, in the written unit. */
  readonly half: number;
};

/** A day or a stretch of days that the text names. */
export type DayMention = Span & {
  readonly kind: "day" | "period" | "week";
  /** The days that it can mean, each as its first and last day; empty when it means none. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  /** For a period without a fixed place: how many days. */
  readonly length: number | null;
  /** "Two months", each of four weeks to 31 days. */
  readonly months?: number;
  /** "3 days ago": how many days. */
  readonly ago?: number;
  /** "since Monday": the day begins a stretch. */
  readonly isEdge: boolean;
};

export type DirectionMention = Span & {
  readonly sign: -1 | 1;
  /** Better or worse: the sign depends on the metric. */
  readonly isJudged: boolean;
  readonly isNegated: boolean;
  /** "Low" or "high": says where it stands, not where it went. */
  readonly isLevel: boolean;
};
