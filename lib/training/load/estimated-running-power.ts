/**
 * What a power meter on the shoe would have shown, roughly: 210 W for 70 kg at 2.88 m/s.
 * RUN-5: 1.04 x body weight (kg) x speed (m/s), on graded speed.
 * Reference: the rule of thumb that foot pods' power follows on the flat (science.md 2).
 * Valid: running without a power meter, weight known; an estimate, never a load or a record.
 */
const WATTS_PER_KG_AND_SPEED = 1.04;

export function estimatedRunningPower(weightKg: number, gradedMps: number): number {
  return WATTS_PER_KG_AND_SPEED * weightKg * gradedMps;
}
