import { degreesEast, type TrackProjection } from "./track-projection";

export type PageBox = { readonly width: number; readonly height: number; readonly margin: number };

/** Smallest extent that is still spread over the whole box: about 50 m. A dot stays a dot. */
const MIN_SPAN_DEG = 0.00045;

type Bounds = { minX: number; maxX: number; minY: number; maxY: number };

/** The projection that centres all places in the box, as large as they fit. Null without places. */
export function fitTrack(
  latitudesDeg: readonly number[],
  longitudesDeg: readonly number[],
  box: PageBox,
): TrackProjection | null {
  const originLatitudeDeg = latitudesDeg[0];
  const originLongitudeDeg = longitudesDeg[0];
  if (originLatitudeDeg === undefined || originLongitudeDeg === undefined) return null;
  const bounds = boundsOf(latitudesDeg, longitudesDeg, originLatitudeDeg, originLongitudeDeg);
  const midLatitude = originLatitudeDeg + (bounds.minY + bounds.maxY) / 2;
  const cosMidLatitude = Math.cos((midLatitude * Math.PI) / 180);
  const spanX = Math.max((bounds.maxX - bounds.minX) * cosMidLatitude, MIN_SPAN_DEG);
  const spanY = Math.max(bounds.maxY - bounds.minY, MIN_SPAN_DEG);
  const scale = Math.min(
    (box.width - 2 * box.margin) / spanX,
    (box.height - 2 * box.margin) / spanY,
  );
  const midX = ((bounds.minX + bounds.maxX) / 2) * cosMidLatitude;
  const midY = (bounds.minY + bounds.maxY) / 2;
  return {
    originLatitudeDeg,
    originLongitudeDeg,
    cosMidLatitude,
    scale,
    offsetX: box.width / 2 - midX * scale,
    offsetY: box.height / 2 + midY * scale,
  };
}

/** Degrees east and north of the origin. */
function boundsOf(
  latitudesDeg: readonly number[],
  longitudesDeg: readonly number[],
  originLatitudeDeg: number,
  originLongitudeDeg: number,
): Bounds {
  const bounds: Bounds = { minX: 0, maxX: 0, minY: 0, maxY: 0 };
  for (const [i, latitude] of latitudesDeg.entries()) {
    const east = degreesEast(longitudesDeg[i] ?? originLongitudeDeg, originLongitudeDeg);
    const north = latitude - originLatitudeDeg;
    bounds.minX = Math.min(bounds.minX, east);
    bounds.maxX = Math.max(bounds.maxX, east);
    bounds.minY = Math.min(bounds.minY, north);
    bounds.maxY = Math.max(bounds.maxY, north);
  }
  return bounds;
}
