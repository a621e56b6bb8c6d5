import type { Span } from "./claim-types";
import { clauseOf, type ReadText, sentenceOf } from "./read-text";

/** What may be, should be or would be: it says of no number where it stands. */
const POSSIBLE =
  /(?<!\p{L})(?:if|when|until|unless|should|will|would|could|may|might|can|keep|let|lets|aim|try|before|want|goal|wait|expect|help|helps|once|so that|likely|usually|tends?|often|to (?:raise|lower|bring|get|let|keep|build|be|go|stay|make)|wenn|sollte|si|devrait)(?!\p{L})/u;
const IMPERATIVES = new Set(
  (
    "take keep go sleep ride run swim rest do make move plan cut add hold skip swap start stop ease " +
    "aim drink leave give spread choose shift put test check try stay treat repeat reduce lower " +
    "raise increase avoid watch see talk ask wait let use follow build warm cool listen please " +
    "consider note expect prefer turn bring get set look allow"
  ).split(" "),
);
/** "So: keep …", "For now, ride …", "Today, rest …". */
const LEAD_IN =
  /^[^\p{L}]*(?:(?:so|then|today|tomorrow|tonight|now|please|for now|this week|next week|best|in short|next|my advice|the plan|what to do|advice|instead|just|simply|meanwhile|until then)[,:;]? )+/u;

/** Whether the words stand in advice or a condition rather than in what was. */
export function isAdvice(read: ReadText, place: Span): boolean {
  const clause = clauseOf(read, place);
  const sentence = sentenceOf(read, place);
  const text = read.plain.slice(clause?.start ?? sentence.start, clause?.end ?? sentence.end);
  if (POSSIBLE.test(text)) return true;
  const whole = read.plain.slice(sentence.start, sentence.end);
  const first = /\p{L}+/u.exec(whole.replace(LEAD_IN, ""))?.[0] ?? "";
  return IMPERATIVES.has(first);
}

const TO_DO =
  /(?<!\p{L})(?:(?:keep|limit|cap|cut|shorten|reduce|hold)(?: [\p{L}'-]+){1,3} (?:to|at|under)|(?:train|ride|run|swim|go|spin|jog)(?: [\p{L}-]+)? for|(?:use|use it|take|take it) for) $/u;

/** "Keep today to 35 min", "you can go hard for 1 h 15": as long as the workout is. */
export function isToDo({ plain }: ReadText, { start }: Span): boolean {
  return TO_DO.test(plain.slice(0, start));
}
