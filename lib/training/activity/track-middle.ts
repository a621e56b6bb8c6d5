/**
 * Where an activity was, as one place: its position at half of its time, or the nearest later one, else earlier one.
 * Formula: none. Valid: any track; null without a position.
 */
import type { Streams } from "./activity-types";

export type Place = { readonly latitudeDeg: number; readonly longitudeDeg: number };

export function trackMiddle({ channels, lengthS }: Streams): Place | null {
  const { latitudeDeg, longitudeDeg } = channels;
  if (!latitudeDeg || !longitudeDeg) return null;
  const middle = Math.floor(lengthS / 2);
  const placeAt = (second: number): Place | null =>
    latitudeDeg.valid[second] === 1 && longitudeDeg.valid[second] === 1
      ? {
          latitudeDeg: latitudeDeg.values[second] as number,
          longitudeDeg: longitudeDeg.values[second] as number,
        }
      : null;
  for (let second = middle; second < lengthS; second++) {
    const place = placeAt(second);
    if (place !== null) return place;
  }
  for (let second = middle - 1; second >= 0; second--) {
    const place = placeAt(second);
    if (place !== null) return place;
  }
  return null;
}
