import type { Decision } from "@/lib/training/recovery/recovery-types";
import type { DayOutcome, DayRecord } from "@/lib/training/track-record/day-record";
import type { ExecutionSignal } from "@/lib/training/track-record/session-execution";
import type { Share } from "@/lib/training/track-record/wilson-interval";

export const OUTCOME_WORDS: Readonly<
  Record<DayOutcome, { readonly word: string; readonly tone: "go" | "ease" | "rest" | "neutral" }>
> = {
  right: { word: "right", tone: "go" },
  too_bold: { word: "too bold", tone: "rest" },
  too_careful: { word: "too careful", tone: "ease" },
  followed: { word: "followed", tone: "neutral" },
  unknown: { word: "not to be told", tone: "neutral" },
};

/** "7 of 9 (45 to 94 %)"; a dash for none. */
export function shareWords(share: Share | null): string {
  if (share === null) return "–";
  const [low, high] = [share.low, share.high].map((value) => Math.round(100 * value));
  return `${share.count} of ${share.of} (${low} to ${high} %)`;
}

const MEANS: Readonly<Record<Decision, string>> = {
  go: "Go, and the session went as expected or better",
  ease: "Ease, not followed, and the session went worse",
  rest: "Rest, not followed, and the session went worse",
};
export const hitMeaning = (decision: Decision) => MEANS[decision];

/** What a rank correlation says, in words that do not claim more. */
export function correlationWords(value: number): string {
  const sign = value < 0 ? "the other way round" : "together";
  const size = Math.abs(value);
  if (size < 0.1) return "do not go together";
  if (size < 0.3) return `go ${sign} a little`;
  return size < 0.5 ? `go ${sign} fairly often` : `go ${sign} most of the time`;
}

/** What happened, in one line: "effort 8 against 5.5 expected". */
export function executionWords({ session }: DayRecord): string {
  if (session === null) return "Nothing was done.";
  const { signals } = session.execution;
  if (signals.length === 0) return "Nothing of it can be judged.";
  const telling = signals.filter(({ verdict }) => verdict !== "expected");
  return (telling.length > 0 ? telling : signals.slice(0, 1)).map(signalWords).join(", ");
}

function signalWords({ name, value, against }: ExecutionSignal): string {
  const share = `${Math.round((100 * value) / against)} %`;
  switch (name) {
    case "completion":
      return `${share} of the planned time`;
    case "target":
      return `${share} of the plan's mean output`;
    case "rpe":
      return `effort ${oneDecimal(value)} against ${oneDecimal(against)} expected`;
    case "efficiency":
      return `${share} of your usual output per heart beat`;
    case "decoupling":
      return `${oneDecimal(value)} % heart rate drift against ${oneDecimal(against)} % usually`;
  }
}

function oneDecimal(value: number): string {
  const shown = (Math.round(value * 10) || 0) / 10;
  return String(shown).replace("-", "−");
}
