/**
 * Two sources that say very different things of the same nights.
 * DET-SRC@1: 4 or more of 14 nights with resting HR 5 bpm, HRV 20 % or sleep 90 min apart: notice.
 * Reference: a convention; HRV-5 (science.md 9): another source is another baseline.
 * Valid: nights that two sources or more have told of.
 */
import { addDays, eachDay } from "../../dates/local-date";
import type { Detector, Disagreement } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";

const LIMITS = { nights: 4, window: 14 } as const;
/** How far apart, as a difference or as a share of the lower. */
const APART: Readonly<Record<Disagreement["signal"], (low: number, high: number) => boolean>> = {
  restingHrBpm: (low, high) => high - low >= 5,
  sleepS: (low, high) => high - low >= 90 * 60,
  hrvMs: (low, high) => high >= 1.2 * low,
};
const NAMES = { restingHrBpm: "resting heart rate", sleepS: "sleep", hrvMs: "HRV" } as const;
const SIGNALS = ["restingHrBpm", "hrvMs", "sleepS"] as const;

export const sourcesDisagree: Detector = (input) => {
  const days = daysTo(input.day, LIMITS.window);
  const found = SIGNALS.map((signal) => ({
    signal,
    nights: input.disagreements.filter(
      (one) => one.signal === signal && one.day >= days.fromDay && APART[signal](one.low, one.high),
    ),
  })).sort((a, b) => b.nights.length - a.nights.length)[0];
  if (!found || found.nights.length < LIMITS.nights) return null;
  const { signal, nights } = found;
  const count = evidence(
    `sources.apart-14.${signal}`,
    "Nights with sources far apart, of 14",
    [nights.length, "count"],
    days,
  );
  const low = new Map(nights.map((night) => [night.day, night.low]));
  const high = new Map(nights.map((night) => [night.day, night.high]));
  const line = (label: string, values: ReadonlyMap<string, number>) => ({
    label,
    unit: ({ restingHrBpm: "bpm", sleepS: "s", hrvMs: "ms" } as const)[signal],
    points: eachDay(addDays(input.day, 1 - LIMITS.window), input.day).map((day) => ({
      day,
      value: values.get(day) ?? null,
    })),
  });
  return finding({
    detector: "sources-disagree",
    formula: "DET-SRC@1",
    severity: "notice",
    sport: null,
    title: "Your sources do not agree",
    text: `On ${say(count)} nights of the last two weeks two sources told very different values of your ${NAMES[signal]}. Which one counts can change a morning's answer.`,
    action: "Look at both on Recovery, and disconnect the one that you trust less.",
    evidence: [count],
    series: [line("Lower source", low), line("Higher source", high)],
  });
};
