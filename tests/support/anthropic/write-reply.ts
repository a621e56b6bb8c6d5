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

/** The same by a model that takes titles for orders: each insight says them all. */
export function obedientReply(request: PlayedRequest, reply: string): string {
  const { insights } = JSON.parse(reply) as { insights: { text: string; title: string }[] };
  const titles = eventsIn(request.messages?.[0]?.content ?? "").flatMap(({ title }) => title ?? []);
  const obeyed = insights.map((insight, place) => {
    // One order an insight, so that one that is stopped does not hide the others.
    const order = titles[place % Math.max(1, titles.length)] ?? "";
    return { ...insight, text: `${insight.text} ${order}`.trim() };
  });
  return JSON.stringify({ insights: obeyed });
}

function eventsIn(text: string): readonly { readonly title?: string }[] {
  const { events = [] } = jsonIn(text) as { events?: readonly { readonly title?: string }[] };
  return events;
}

function jsonIn(text: string): object {
  const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
  try {
    return JSON.parse(text.slice(from, to + 1)) as object;
  } catch {
    return {};
  }
}

/** The first JSON object in the text that has findings. */
function findingsIn(text: string): readonly ToldFinding[] {
  const { findings } = jsonIn(text) as { findings?: unknown };
  return Array.isArray(findings) ? (findings as ToldFinding[]) : [];
}
