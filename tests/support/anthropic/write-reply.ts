import type { PlayedRequest } from "./anthropic-messages";
import { seedOf, styled } from "./played-styles";

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
 * prompt. `lies` of them have a number planted that stands nowhere. Mixed: in the styles of many
 * texts, of which a few are false until they are asked to be mended.
 */
export function writeReply(request: PlayedRequest, lies: number, isMixed = false): string {
  const turns = request.messages ?? [];
  const findings = findingsIn(turns[0]?.content ?? "");
  const insights = findings.slice(0, MOST).map((finding, place) => {
    const { detector, title, text, action, factIds } = finding;
    const planted = place < lies ? " That is 987 W more than ever." : "";
    const words =
      isMixed && turns.length === 1
        ? styled(text, title, seedOf(`${detector} ${turns[0]?.content}`))
        : `In short: ${text}`;
    return { detector, title, text: `${words}${planted}`, action, factIds: factIds ?? [] };
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
