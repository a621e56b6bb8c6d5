import { formatClock } from "@/lib/dates/format-clock";
import type {
  AwaitedSignal,
  MorningProgress,
  MorningRevision,
} from "@/lib/training/recovery/morning-types";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { askedAgainText } from "./asked-again-text";
import { decisionWord } from "./decision-word";

const NAMES: Readonly<Record<AwaitedSignal, string>> = {
  hrv: "HRV",
  rhr: "resting HR",
  sleep: "sleep",
};

/**
 * What the answer still waits for, or how late data has changed it: "HRV is not in yet. Next try
 * 06:34.", "Score 71 → 64 at 07:12: HRV came in at 38 ms." Null when there is nothing to say.
 */
export function morningNote(
  {
    progress,
    revisions,
  }: {
    readonly progress: MorningProgress | null;
    readonly revisions: readonly MorningRevision[];
  },
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): string | null {
  const last = revisions.at(-1);
  const sentences = [
    ...(last ? [revisionText(last, timeZone)] : []),
    ...(progress ? progressText(progress, now, timeZone) : []),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

function progressText(progress: MorningProgress, now: Date, timeZone: string): string[] {
  const { awaited, nextTryAt, unreached } = progress;
  const names = inWords(awaited.map((signal) => NAMES[signal]));
  const isWhole = awaited.length === Object.keys(NAMES).length;
  const missing = isWhole
    ? "Last night is not in yet; the answer rests on what came before it."
    : `${capital(names)} ${awaited.length === 1 ? "is" : "are"} not in yet; the rest of last night is used.`;
  const failing = [...new Set(unreached.map((provider) => PROVIDER_NAMES[provider]))];
  const next = nextTryAt === null ? null : new Date(nextTryAt);
  return [
    missing,
    ...(failing.length > 0 ? [`${inWords(failing)} could not be reached.`] : []),
    ...(next && next > now ? [`Next try ${formatClock(next, timeZone)}.`] : []),
  ];
}

function revisionText(revision: MorningRevision, timeZone: string): string {
  const { at, score, decision, because, askedAgain } = revision;
  const clock = formatClock(new Date(at), timeZone);
  if (askedAgain) return `${askedAgainText(revision)} (${clock}).`;
  const word = (of: keyof typeof decision) => decisionWord(decision[of]);
  const changed =
    score.from === score.to
      ? `${word("from")} → ${word("to")}`
      : `Score ${score.from ?? "none"} → ${score.to ?? "none"}`;
  return `${changed} at ${clock}: ${because}.`;
}

function inWords(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
