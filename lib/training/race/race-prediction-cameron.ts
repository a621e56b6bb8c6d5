/**
 * A race time carried over to another distance by a curve fitted to record times.
 * CAMERON: T2 = (T1 / d1) (f(d1) / f(d2)) d2, f(d) = 13.49681 - 0.000030363 d + 835.7114 / d^0.7905, d in m.
 * Reference: Cameron (1997), "A model of running performances".
 * Valid: 400 m to 50 km.
 */
/** Seconds over `targetM`. */
export function racePredictionCameron(
  distanceM: number,
  durationS: number,
  targetM: number,
): number {
  return (durationS / distanceM) * (slowing(distanceM) / slowing(targetM)) * targetM;
}

function slowing(metres: number): number {
  return 13.49681 - 0.000030363 * metres + 835.7114 / metres ** 0.7905;
}
