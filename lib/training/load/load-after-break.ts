/**
 * This week's load against what a break has left, while its days off still lower the four-week mean.
 * RDY-BREAK@1: mean load of 7 days / the smaller of the fitness before them and 80 % of the highest of the 29 days.
 * Reference: PLN-15 (after 7 days off resume at 70-80 %; science.md 22) and fitness as what is left of the load of six weeks (PMC-exp); together a convention.
 * Valid: 29 known days before today with 7 or more in a row off; a day of under a tenth of that fitness is off.
 */
const WINDOW = 29;
const WEEK = 7;
const DAYS_OFF = 7;
const OFF_SHARE = 0.1;
const RESUME_SHARE = 0.8;

export type LoadedDay = { readonly load: number; readonly fitness: number };

/** @param days those before today, oldest first, without a gap; null without a break among them. */
export function loadAfterBreak(days: readonly LoadedDay[]): number | null {
  const known = days.slice(-WINDOW);
  if (known.length < WINDOW) return null;
  const most = Math.max(...known.map(({ fitness }) => fitness));
  const daysOff = longestRun(known.slice(1).map(({ load }) => load < OFF_SHARE * most));
  const used = Math.min(known.at(-1 - WEEK)?.fitness ?? 0, RESUME_SHARE * most);
  if (daysOff < DAYS_OFF || used <= 0) return null;
  const week = known.slice(-WEEK).reduce((sum, { load }) => sum + load, 0) / WEEK;
  return week / used;
}

function longestRun(isOff: readonly boolean[]): number {
  let run = 0;
  let longest = 0;
  for (const off of isOff) {
    run = off ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
