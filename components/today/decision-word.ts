import type { Decision } from "@/lib/training/recovery/recovery-types";

const WORDS: Readonly<Record<Decision, string>> = { go: "Go", ease: "Ease", rest: "Rest" };

export const DECISION_TEXT: Readonly<Record<Decision, string>> = {
  go: "text-go",
  ease: "text-ease",
  rest: "text-rest",
};

export function decisionWord(decision: Decision): string {
  return WORDS[decision];
}
