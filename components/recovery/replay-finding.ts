import type { Replay } from "@/lib/services/replay-answer";

const NAMES = { recovery: "score", decision: "decision", recommendation: "workout" } as const;
const PARTS = Object.keys(NAMES) as (keyof typeof NAMES)[];
/** The first say enough; a workout has many steps. */
const MOST_NAMED = 12;

/** Whether the rules of now give the same answer, and where not. */
export function replayFinding(replay: Replay): {
  readonly sentence: string;
  readonly differences: readonly string[];
} {
  const different = PARTS.filter((part) => replay[part].differences.length > 0);
  const isOther = (part: keyof typeof NAMES) =>
    replay[part].differences.some(({ at }) => at !== "formula");
  const unreadable = PARTS.filter((part) => replay[part].now === null);
  const differences = different
    .flatMap((part) =>
      replay[part].differences.map(
        ({ at, kept, now }) => `${NAMES[part]}, ${at}: ${kept} → ${now}`,
      ),
    )
    .slice(0, MOST_NAMED);
  return {
    sentence: sentenceOf(replay, different, unreadable, different.filter(isOther)),
    differences,
  };
}

type Parts = readonly (keyof typeof NAMES)[];

function sentenceOf(
  { isAnswered }: Replay,
  different: Parts,
  unreadable: Parts,
  other: Parts,
): string {
  if (unreadable.length > 0) {
    return `The rules of now cannot read what was kept then: ${inWords(unreadable)}.`;
  }
  if (different.length === 0) return "The same answer from the same inputs, bit for bit.";
  if (other.length === 0) return "The rules have changed since, and give the same answer.";
  if (isAnswered && different.every((part) => part === "recommendation")) {
    return "The same score and decision, bit for bit. You had answered the workout, so it stayed as it was.";
  }
  return `The rules have changed since: another ${inWords(other)}.`;
}

function inWords(parts: Parts): string {
  const names = parts.map((part) => NAMES[part]);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
