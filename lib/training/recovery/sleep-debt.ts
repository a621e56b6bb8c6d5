/**
 * Sleep missed over two weeks, against what the athlete needs.
 * SLP-DEBT: sum over the known nights of (need - slept); need 8 h unless the athlete says otherwise.
 * Reference: science.md 12; the window and the 8 h are a convention.
 * Valid: the last 14 nights, null where missing; three known nights or more. Negative = slept more than needed.
 */
const WINDOW_NIGHTS = 14;
const MIN_NIGHTS = 3;
export const DEFAULT_NEED_S = 8 * 3600;

export type SleepDebt = {
  readonly debtS: number | null;
  readonly nights: number;
  readonly needS: number;
  readonly reason?: string;
};

export function sleepDebt(
  sleepS: readonly (number | null)[],
  needS: number = DEFAULT_NEED_S,
): SleepDebt {
  let debtS = 0;
  let nights = 0;
  for (const slept of sleepS.slice(-WINDOW_NIGHTS)) {
    if (slept === null) continue;
    debtS += needS - slept;
    nights++;
  }
  if (nights >= MIN_NIGHTS) return { debtS, nights, needS };
  return { debtS: null, nights, needS, reason: `Learning: ${nights} of ${MIN_NIGHTS} nights.` };
}
