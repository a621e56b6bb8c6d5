/** Whether a text urges training, and more of it than any plan here would (PLN-4, PLN-7). */

import { ASSISTANT_SETTINGS } from "./settings";

const URGE =
  /(?<!\p{L})(?:go hard|go all.?out|all.?out|push (?:hard|harder|yourself|on)|train hard|hard (?:session|workout|intervals?|ride|run|swim|effort) (?:today|now|tonight|tomorrow)|do (?:the|some|your|a|hard)? ?intervals|race it|smash|(?:add|do|fit in|squeeze in) (?:\p{L}+ )?(?:another|an? (?:extra|second|hard|long)|more|extra) |increase (?:your |the )?(?:load|volume|training|intensity|mileage|distance|week)|(?:raise|boost|double|triple|ramp up|step up|build up) (?:your |the )?(?:load|volume|training|intensity|mileage)|train more|ride more|run more|swim more|more (?:intensity|volume|load|intervals)|double session|two sessions)/u;
const NOT =
  /(?:do not|don't|never|avoid|no|not|instead of|rather than|without|skip|hold off|before you)(?: \p{L}+){0,2} $/u;
const GROWTH =
  /(?:increase|add|raise|boost|build|grow|ramp|more|extra|up)(?: \p{L}+){0,6} (?:by |of )?(?:about )?(\d{1,3})(?:[.,]\d+)? ?(?:%|percent|per cent)|(\d{1,3})(?:[.,]\d+)? ?(?:%|percent|per cent) (?:more|extra|higher|longer)/gu;
/** "Rose by 30 %" tells, "raise by 30 %" urges. */
const ADVISES =
  /(?<!\p{L})(?:increase|add|raise|boost|build|grow|ramp|should|could|can|try|aim|plan|next)(?!\p{L})/u;
const EXTREMES =
  /(?<!\p{L})(?:double|triple) your (?:load|volume|training|mileage|week)|every day (?:hard|at threshold)|hard every day|no rest days?|without (?:a )?rest days?|(?:train|run|ride) (?:twice|three times) a day/u;

export function urgesLoad(text: string): boolean {
  for (const match of text.matchAll(new RegExp(URGE, "gu"))) {
    if (!NOT.test(text.slice(0, match.index))) return true;
  }
  return false;
}

/** More than the limits that always hold, whatever the day. */
export function urgesTooMuch(text: string): boolean {
  if (EXTREMES.test(text)) return true;
  return text.split(/[.!?\n]/).some((sentence) => {
    if (!ADVISES.test(sentence)) return false;
    return [...sentence.matchAll(GROWTH)].some(
      (match) => Number(match[1] ?? match[2]) > ASSISTANT_SETTINGS.guards.weekGrowthPercent,
    );
  });
}
