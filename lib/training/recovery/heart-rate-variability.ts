/**
 * How much the time between heart beats varies, beat to beat (RMSSD) and overall (SDNN).
 * HRV-1: RMSSD = sqrt(mean(diff(NN)^2)); SDNN = sample SD of NN.
 * Reference: Task Force of the ESC and NASPE 1996. The two are never mixed or converted.
 * Valid: cleaned intervals between normal beats in ms; two or more, else null.
 */
export type HeartRateVariability = {
  readonly rmssdMs: number | null;
  readonly sdnnMs: number | null;
};

export function heartRateVariability(nnMs: ArrayLike<number>): HeartRateVariability {
  const count = nnMs.length;
  if (count < 2) return { rmssdMs: null, sdnnMs: null };
  let sum = 0;
  let squaredSteps = 0;
  for (let i = 0; i < count; i++) {
    sum += nnMs[i] as number;
    if (i > 0) squaredSteps += ((nnMs[i] as number) - (nnMs[i - 1] as number)) ** 2;
  }
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += ((nnMs[i] as number) - mean) ** 2;
  return {
    rmssdMs: Math.sqrt(squaredSteps / (count - 1)),
    sdnnMs: Math.sqrt(squares / (count - 1)),
  };
}
