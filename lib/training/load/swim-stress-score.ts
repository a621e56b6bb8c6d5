/**
 * The load of a swim: water resists with the cube of speed; one hour at critical speed is 100.
 * SWIM-2: (speed / CSS)^3 x hours x 100.
 * Reference: elevate's swim stress score (science.md 3).
 * Valid: moving speed and critical swim speed in the same unit; duration with the rests at the wall.
 */
export function swimStressScore(
  durationS: number,
  speedMps: number,
  criticalSpeedMps: number,
): number {
  const ratio = speedMps / criticalSpeedMps;
  return ratio * ratio * ratio * (durationS / 3600) * 100;
}
