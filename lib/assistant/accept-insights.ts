import type { Refused } from "./build-prompt";
import { type Cited, citedBy } from "./cited";
import type { Facts } from "./facts-types";
import { guardWords } from "./guardrails";
import type { WrittenInsight } from "./insight-schema";
import { verifyWords } from "./verify-words";

/** Words that may be shown, and what their numbers are. */
export type AcceptedInsight = WrittenInsight & { readonly cited: Cited };

export type AcceptedInsights = {
  /** May be shown as they are. */
  readonly accepted: readonly AcceptedInsight[];
  /** The rules' words with a sentence of care, in the place of what a guard has stopped. */
  readonly stopped: readonly WrittenInsight[];
  /** What has to be mended before the others may be shown. */
  readonly refused: readonly Refused[];
  /** 0-1: what is true, of the findings that were to be told; also where a guard replaces it. */
  readonly share: number;
};

const PARTS = ["title", "text", "action"] as const;

/**
 * Which of a model's insights may be shown: those about a finding of the facts, once each, in
 * which every number, day, direction and metric is borne out, and that no guard replaces. For
 * all others the rules' words stay.
 */
export function acceptInsights(written: readonly WrittenInsight[], facts: Facts): AcceptedInsights {
  const accepted: AcceptedInsight[] = [];
  const stopped: WrittenInsight[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  let trueOnes = 0;
  for (const [insight, words] of written.entries()) {
    const finding = facts.findings.find(({ detector }) => detector === words.detector);
    // Made up, or told twice: no words of ours wait for it.
    if (!finding || seen.has(words.detector)) continue;
    seen.add(words.detector);
    const verified = verifyWords(words, facts, "en", words.detector);
    const problems = PARTS.flatMap((part) =>
      verified.parts[part].problems.map((problem) => ({ part, problem, insight })),
    );
    refused.push(...problems);
    if (problems.length > 0) continue;
    trueOnes += 1;
    const guarded = guardWords(words, facts, finding);
    const { title, text, action } = guarded.words;
    if (guarded.status === "allowed") {
      accepted.push({ ...words, cited: citedBy(words, verified, facts) });
    } else if (text !== finding.text) stopped.push({ ...words, title, text, action });
  }
  const { length } = facts.findings;
  return { accepted, stopped, refused, share: length === 0 ? 1 : trueOnes / length };
}
