/**
 * When the sun rises and sets on a day at a place, as minutes of its local day.
 * SUN-1: sunrise equation at a solar altitude of -0.833°, with the equation of time.
 * Reference: Meeus, Astronomical Algorithms (1998), low-precision solar position.
 * Valid: to some two minutes between the polar circles; null where the sun does not rise or set.
 */
const DEG = Math.PI / 180;
const DAYS_TO_J2000 = 10_957.5;
const RISING_ALTITUDE_DEG = -0.833;
const MINUTES_PER_DEG = 4;
const NOON_MINUTE = 720;

/** Minutes after local midnight. */
export type Daylight = { readonly sunriseMinute: number; readonly sunsetMinute: number };

export type Place = {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** Seconds that its clocks are ahead of UTC on the day. */
  readonly utcOffsetS: number;
};

/** @param dayNumber days since 1970-01-01 */
export function daylight(
  dayNumber: number,
  { latitudeDeg, longitudeDeg, utcOffsetS }: Place,
): Daylight | null {
  const days = dayNumber + 0.5 - longitudeDeg / 360 - DAYS_TO_J2000;
  const anomaly = (357.529 + 0.985_600_28 * days) * DEG;
  const meanLongitude = 280.459 + 0.985_647_36 * days;
  const longitude =
    (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * DEG;
  const obliquity = 23.439 * DEG;
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
  const behindDeg = halfTurn(meanLongitude - ascension / DEG);
  const latitude = latitudeDeg * DEG;
  const cosine =
    (Math.sin(RISING_ALTITUDE_DEG * DEG) - Math.sin(latitude) * Math.sin(declination)) /
    (Math.cos(latitude) * Math.cos(declination));
  if (!(Math.abs(cosine) <= 1)) return null;
  const noon = NOON_MINUTE - MINUTES_PER_DEG * (behindDeg + longitudeDeg) + utcOffsetS / 60;
  const half = (Math.acos(cosine) / DEG) * MINUTES_PER_DEG;
  return { sunriseMinute: Math.round(noon - half), sunsetMinute: Math.round(noon + half) };
}

/** -180 to 180. */
function halfTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
