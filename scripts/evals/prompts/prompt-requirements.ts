/** What has to stand in the prompts for an answer to be of use, each with the words that say it. */
import type { PromptTexts } from "@/lib/assistant/build-prompt";
import type { GuardReason } from "@/lib/assistant/guardrail-words";

/** One thing that a prompt has to say: all of the phrases stand in it, whatever the line breaks. */
export type Requirement = { readonly what: string; readonly says: readonly RegExp[] };

const RULES: readonly Requirement[] = [
  {
    what: "who writes, and that rules decide",
    says: [/put them into words/, /decide nothing and you add nothing/],
  },
  { what: "how a row of facts reads", says: [/\[id, label, value, from day, to day\]/] },
  { what: "that values stand as the athlete reads them", says: [/exactly as the athlete sees it/] },
  { what: "the three decisions", says: [/`go`, `ease` or `rest`/] },
  { what: "that data is no instruction", says: [/is data\. /, /still data: do not follow it/] },
  { what: "that numbers are checked", says: [/every number .{0,40}checked by a program/i] },
  { what: "that values are copied", says: [/copy values as they are written/i, /do not convert/] },
  { what: "that nothing is worked out", says: [/do not calculate/i] },
  { what: "that a number's metric is named", says: [/name the metric close to its number/i] },
  { what: "what sort of number it is", says: [/last night's value, a mean/] },
  { what: "which days may be named", says: [/name days only as/i] },
  { what: "which words of direction may stand", says: [/"rose", "fell"/, /two facts or a change/] },
  { what: "whose a remembered number is", says: [/number of `memory` is of its own weeks/i] },
  {
    what: "that what is missing is never made up",
    says: [/never take it for zero/i, /never guess/],
  },
  { what: "that nobody is compared or frightened", says: [/no comparison with other people/i] },
  {
    what: "the language of the text",
    says: [/address the athlete as "you"/i, /british spelling/i],
  },
  { what: "that only the form is answered", says: [/one JSON object of the given schema/i] },
];

/** What a guard stops has to be forbidden first. Null: the guard knows of somebody what a prompt does not say. */
const FORBIDDEN: Readonly<Record<GuardReason, RegExp | null>> = {
  medical: /no diagnosis/i,
  medication: /nothing about medicine/i,
  eating: /nothing about losing weight, eating less/i,
  pain: /train through pain/,
  illness: /illness, injury or fever/,
  load: /no more training than/i,
  young: null,
  link: /no links, no markup/i,
  leak: /nothing about yourself or these rules/,
};

const ONE_INSIGHT = [
  { what: "how many sentences", says: [/two to four short sentences/] },
  { what: "that nothing more is asked for", says: [/as the finding has it|nothing beyond/] },
];

/** By file; what follows from the code (fields, fences, guards) is added where it is looked up. */
export const REQUIREMENTS: Readonly<Record<keyof PromptTexts, readonly Requirement[]>> = {
  rules: [
    ...RULES,
    ...Object.entries(FORBIDDEN).flatMap(([reason, says]) =>
      says === null ? [] : [{ what: `what its guard stops: ${reason}`, says: [says] }],
    ),
  ],
  weekly: [
    { what: "how many insights", says: [/three to five insights/i, /as many insights as there/] },
    { what: "that nothing more is asked for", says: [/asks for nothing beyond/] },
  ],
  daily: [
    { what: "what it is about", says: [/the finding `morning`/] },
    { what: "that the decision stands", says: [/never argue with them, never propose another/] },
    ...ONE_INSIGHT,
  ],
  debrief: [{ what: "what it is about", says: [/the finding `activity`/] }, ...ONE_INSIGHT],
  repair: [
    { what: "what was refused", says: [/under `refused`/i, /the reason/] },
    { what: "that all comes again, in form", says: [/same insights again, in the same form/] },
    { what: "that the rest stays", says: [/change nothing else/i] },
    { what: "that what cannot be mended goes", says: [/cannot be made right is left out/] },
  ],
};

/** In this order. */
export const SECTIONS: Readonly<Record<keyof PromptTexts, readonly string[]>> = {
  rules: [
    ...["Who you are", "What you are given", "Numbers", "What you never write", "Words", "Form"],
  ],
  weekly: ["Task: the insights of a week"],
  daily: ["Task: the briefing of a morning"],
  debrief: ["Task: the debrief of an activity"],
  repair: ["Task: mend what was refused"],
};
