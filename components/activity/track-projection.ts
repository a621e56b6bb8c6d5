/**
 * How a track lies on the page: equirectangular at the track's middle latitude, which at
 * the size of a workout is true in shape and needs no map library.
 */
export type TrackProjection = {
  readonly originLatitudeDeg: number;
  readonly originLongitudeDeg: number;
  /** East-west shrinking at the middle latitude. */
  readonly cosMidLatitude: number;
  /** Page units per degree of latitude. */
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
};

export type PagePoint = { readonly x: number; readonly y: number };

/** Degrees east of the origin, the short way round, so that a track may cross the date line. */
export function degreesEast(longitudeDeg: number, originDeg: number): number {
  return ((((longitudeDeg - originDeg + 180) % 360) + 360) % 360) - 180;
}

/** Where a place lies on the page; y grows downwards. */
export function projectPlace(
  projection: TrackProjection,
  latitudeDeg: number,
  longitudeDeg: number,
): PagePoint {
  const east = degreesEast(longitudeDeg, projection.originLongitudeDeg) * projection.cosMidLatitude;
  const north = latitudeDeg - projection.originLatitudeDeg;
  return {
    x: projection.offsetX + east * projection.scale,
    y: projection.offsetY - north * projection.scale,
  };
}
