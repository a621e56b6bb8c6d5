import type { LocalDate } from "../dates/local-date";
import { localDate } from "../dates/local-date";

/** What a call was charged for. Of the prompt each token counts once: read, written or plain. */
export type ModelUsage = {
  /** Neither read from the provider's cache nor written to it. */
  readonly inputTokens: number;
  /** With what the model thought before it wrote. */
  readonly outputTokens: number;
  /** Of these, what it thought. */
  readonly thinkingTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWrite5mTokens: number;
  readonly cacheWrite1hTokens: number;
};

export const NO_USAGE: ModelUsage = {
  inputTokens: 0,
  outputTokens: 0,
  thinkingTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
};

/** US dollars for a million tokens. */
type Prices = {
  /** The first day on which they hold. */
  readonly fromDay: LocalDate;
  readonly input: number;
  readonly output: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly cacheRead: number;
  /** A longer prompt costs this many times as much, all of it. */
  readonly long: { readonly aboveTokens: number; readonly factor: number } | null;
};

type Model = {
  readonly name: string;
  /** A shorter beginning of a prompt is quietly not kept by the provider. */
  readonly leastCachedTokens: number;
  /** It may go from this day on; null when none was said. */
  readonly retiresFrom: LocalDate | null;
  /** The newest first. */
  readonly prices: readonly [Prices, ...Prices[]];
};

/** Batches cost half, in and out. */
const BATCH_FACTOR = 0.5;
const MILLION = 1_000_000;
const HAIKU_LONG = { aboveTokens: 100_000, factor: 5 };

/**
 * The models that may be asked, and what they cost. The only place where an id or a price
 * stands; docs/assistant.md says how to change it.
 */
export const MODELS = {
  "claude-haiku-5-5": {
    name: "Claude Haiku 5.5",
    leastCachedTokens: 512,
    retiresFrom: localDate("2027-10-07"),
    prices: [
      {
        fromDay: localDate("2026-10-07"),
        ...{ input: 0.1, output: 0.5, cacheWrite5m: 0.125, cacheWrite1h: 0.2, cacheRead: 0.01 },
        long: HAIKU_LONG,
      },
    ],
  },
  "claude-sonnet-5-5": {
    name: "Claude Sonnet 5.5",
    leastCachedTokens: 1024,
    retiresFrom: null,
    prices: [
      {
        fromDay: localDate("2026-10-07"),
        ...{ input: 2, output: 10, cacheWrite5m: 2.5, cacheWrite1h: 4, cacheRead: 0.1 },
        long: null,
      },
    ],
  },
} as const satisfies Readonly<Record<string, Model>>;

export type ModelId = keyof typeof MODELS;

/** The price that held on a day; before the first that is known, that one. */
export function priceOn(prices: Model["prices"], day: LocalDate): Prices {
  return prices.find(({ fromDay }) => fromDay <= day) ?? prices.at(-1) ?? prices[0];
}

/** US dollars; before the first price that is known, that one. */
export function costUsd(
  model: ModelId,
  usage: ModelUsage,
  { day, isBatch }: { readonly day: LocalDate; readonly isBatch: boolean },
): number {
  const price = priceOn(MODELS[model].prices, day);
  const read = usage.cacheReadTokens;
  const written = usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;
  const isLong = price.long !== null && usage.inputTokens + read + written > price.long.aboveTokens;
  const sum =
    usage.inputTokens * price.input +
    usage.outputTokens * price.output +
    usage.cacheWrite5mTokens * price.cacheWrite5m +
    usage.cacheWrite1hTokens * price.cacheWrite1h +
    read * price.cacheRead;
  return (
    ((sum * (isLong ? (price.long?.factor ?? 1) : 1)) / MILLION) * (isBatch ? BATCH_FACTOR : 1)
  );
}

/** 0-1: of the prompt's tokens those that came from the provider's cache; null without a prompt. */
export function cacheShare(usage: ModelUsage): number | null {
  const written = usage.cacheWrite5mTokens + usage.cacheWrite1hTokens;
  const all = usage.inputTokens + usage.cacheReadTokens + written;
  return all === 0 ? null : usage.cacheReadTokens / all;
}
