import type { FindingSeverity } from "@/lib/training/insights/finding";

/** How a severity is called, and the tone that repeats it. */
export const SEVERITY_WORDS = {
  warning: { word: "Act on this", tone: "rest" },
  caution: { word: "Take care", tone: "ease" },
  notice: { word: "Worth knowing", tone: "neutral" },
  celebrate: { word: "Good news", tone: "go" },
} as const satisfies Record<FindingSeverity, { word: string; tone: string }>;
