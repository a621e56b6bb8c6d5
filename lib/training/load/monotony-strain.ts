/**
 * Monotony: how alike the days of a week were. Strain: the week's load times its monotony.
 * FOSTER-1: mean / population SD of seven daily loads, rest days as 0; strain = sum x monotony.
 * Reference: Foster 1998; population SD as in the published vectors (science.md 7). Above 2.0 is high.
 * Valid: seven known days with some load; capped at 10 when all days are equal; else null.
 */
const WEEK_DAYS = 7;
const MAX_MONOTONY = 10;

export type MonotonyStrain = {
  readonly monotony: number | null;
  readonly strain: number | null;
  readonly reason?: string;
};

/** @param week seven daily loads; null stands for a day that is not known. */
export function monotonyStrain(week: ArrayLike<number | null>): MonotonyStrain {
  let sum = 0;
  let known = 0;
  for (let day = 0; day < week.length; day++) {
    const load = week[day];
    if (load === null || load === undefined) continue;
    sum += load;
    known++;
  }
  if (known < WEEK_DAYS) return absent(`${known} of ${WEEK_DAYS} days are known.`);
  if (sum === 0) return absent("No training in these seven days.");
  const mean = sum / known;
  let squares = 0;
  for (let day = 0; day < week.length; day++) squares += ((week[day] as number) - mean) ** 2;
  const deviation = Math.sqrt(squares / known);
  const monotony = deviation > 0 ? Math.min(MAX_MONOTONY, mean / deviation) : MAX_MONOTONY;
  return { monotony, strain: sum * monotony };
}

function absent(reason: string): MonotonyStrain {
  return { monotony: null, strain: null, reason };
}
