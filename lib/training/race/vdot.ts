/**
 * The oxygen uptake that a race result stands for, on Daniels' scale.
 * VDOT: VO2(v) / f(t), with VO2 = -4.6 + 0.182258 v + 0.000104 v², v in m/min,
 * f = 0.8 + 0.1894393 exp(-0.012778 t) + 0.2989558 exp(-0.1932605 t), t in min.
 * Reference: Daniels & Gilbert, "Oxygen Power" (1979).
 * Valid: an all-out run of 3.5 to 240 min at 50 to 1000 m/min, else null.
 */
const SHORTEST_MIN = 3.5;
const LONGEST_MIN = 240;
const SLOWEST_M_PER_MIN = 50;
const FASTEST_M_PER_MIN = 1000;

/** ml/kg/min. */
export function vdot(distanceM: number, durationS: number): number | null {
  const minutes = durationS / 60;
  const speed = distanceM / minutes;
  if (!(minutes >= SHORTEST_MIN && minutes <= LONGEST_MIN)) return null;
  if (!(speed >= SLOWEST_M_PER_MIN && speed <= FASTEST_M_PER_MIN)) return null;
  return oxygenCost(speed) / sustainableFraction(minutes);
}

/** Oxygen that running takes at a speed in m/min, in ml/kg/min. */
export function oxygenCost(metresPerMinute: number): number {
  return -4.6 + 0.182258 * metresPerMinute + 0.000104 * metresPerMinute * metresPerMinute;
}

/** The part of VO2max that can be held for a time. */
function sustainableFraction(minutes: number): number {
  return (
    0.8 + 0.1894393 * Math.exp(-0.012778 * minutes) + 0.2989558 * Math.exp(-0.1932605 * minutes)
  );
}
