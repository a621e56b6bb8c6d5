const METRES_PER_DEGREE = 111_195;

/** Metres in a degree of longitude at a latitude, on the mean sphere. */
export function metresPerLongitude(latitudeDeg: number): number {
  return METRES_PER_DEGREE * Math.cos((latitudeDeg * Math.PI) / 180);
}

/** Metres between two places less than some kilometres apart, as on a plane. */
export function flatDistance(
  fromLatitude: number,
  fromLongitude: number,
  toLatitude: number,
  toLongitude: number,
): number {
  const north = (toLatitude - fromLatitude) * METRES_PER_DEGREE;
  const east = (toLongitude - fromLongitude) * metresPerLongitude(fromLatitude);
  return Math.hypot(north, east);
}
