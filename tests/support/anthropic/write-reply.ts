import type { PlayedRequest } from "./anthropic-messages";

type ToldFinding = {
  readonly detector: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly factIds?: readonly string[];
};

const MOST = 5;

/**
 * What the model writes: the findings of the prompt in its own few words, the same for the same
 * prompt. `lies` of them have a number planted that stands nowhere.
 */
export function writeReply(request: PlayedRequest, lies: number): string {
  const findings = findingsIn(request.messages?.[0]?.content ?? "");
  const insights = findings.slice(0, MOST).map((finding, place) => {
    const { detector, title, text, action, factIds } = finding;
    const planted = place < lies ? " That is 987 W more than ever." : "";
    return { detector, title, text: `In short: ${text}${planted}`, action, factIds: factIds ?? [] };
  });
  return JSON.stringify({ insights });
}

/** The first JSON object in the text that has findings. */
function findingsIn(text: string): readonly ToldFinding[] {
  const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
  if (from < 0 || to < from) return [];
  try {
    const { findings } = JSON.parse(text.slice(from, to + 1)) as { findings?: unknown };
    return Array.isArray(findings) ? (findings as ToldFinding[]) : [];
  } catch {
    return [];
  }
}
