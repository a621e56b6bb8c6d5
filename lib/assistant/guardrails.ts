/**
 * What a model may not say, whatever is true: medicine, food, pain, more than the plan allows.
 * Such words are replaced by those of the rules, with one fixed sentence where care is due.
 */
import { plainText } from "./claims/plain-text";
import type { Facts } from "./facts-types";
import { FORBIDDEN, type GuardReason, SAFE_WORDS } from "./guardrail-words";
import { ASSISTANT_SETTINGS } from "./settings";
import { urgesLoad, urgesTooMuch } from "./urged-load";

/** What is shown of an insight. */
export type Words = { readonly title: string; readonly text: string; readonly action: string };

export type Guarded =
  | { readonly status: "allowed"; readonly words: Words }
  | { readonly status: "replaced"; readonly reason: GuardReason; readonly words: Words };

/** @param rule what the rules say instead */
export function guardWords(words: Words, facts: Facts, rule: Words): Guarded {
  const reason = forbiddenReason(words, facts);
  if (reason === null) return { status: "allowed", words };
  const safe = SAFE_WORDS[reason];
  const text = safe === null ? rule.text : `${rule.text} ${safe}`;
  return { status: "replaced", reason, words: { ...rule, text } };
}

/** The rules' own words: what is told to a model holds no sentence that was added for another's. */
export function withoutSafeWords(text: string): string {
  return Object.values(SAFE_WORDS).reduce<string>(
    (rest, safe) => (safe === null ? rest : rest.replace(` ${safe}`, "")),
    text,
  );
}

/** Why the words may not be shown; null when they may. */
export function forbiddenReason(words: Words, facts: Facts): GuardReason | null {
  const text = plainText(`${words.title}\n${words.text}\n${words.action}`.normalize("NFKC"));
  const named = FORBIDDEN.find(({ pattern }) => pattern.test(text));
  if (named) return named.reason;
  if (urgesTooMuch(text)) return "load";
  if (!urgesLoad(text)) return null;
  if (isUnwell(facts)) return "illness";
  if (
    facts.athlete.ageYears !== null &&
    facts.athlete.ageYears < ASSISTANT_SETTINGS.guards.adultYears
  )
    return "young";
  // Where the decision is not known, nobody is urged.
  return facts.today?.decision === "go" ? null : "load";
}

function isUnwell({ events, day }: Facts): boolean {
  return events.some(
    ({ kind, fromDay, toDay }) =>
      (kind === "illness" || kind === "injury") && fromDay <= day && toDay >= day,
  );
}
