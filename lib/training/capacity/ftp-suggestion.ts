/**
 * The FTP that the best 20 minutes stand for, when it is far enough from the one in use to be worth a word.
 * FTP-20: 95 % of the best 20 min; told from a difference of 3 % on, also from one that was refused.
 * Reference: Allen & Coggan (2003); 3 % is a convention.
 * Valid: only beside a critical power that was believed: then the 20 minutes were all-out.
 */
const OF_TWENTY_MINUTES = 0.95;
const WORTH_A_WORD = 0.03;

/** W, or null when the FTP in use, or a suggestion that the athlete refused, is near enough. */
export function ftpSuggestion(
  twentyMinutePowerW: number,
  ftpW: number | null,
  refusedW: number | null = null,
): number | null {
  const suggested = OF_TWENTY_MINUTES * twentyMinutePowerW;
  const isNear = (known: number | null) =>
    known !== null && Math.abs(suggested / known - 1) < WORTH_A_WORD;
  return suggested > 0 && !isNear(ftpW) && !isNear(refusedW) ? suggested : null;
}
