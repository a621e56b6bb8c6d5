/** Points (x, y) in ascending x; the first and last y hold beyond the ends. */
export type LinePoints = readonly (readonly [x: number, y: number])[];

/** The y at x on straight lines between the points. Needs one point or more. */
export function piecewiseLinear(x: number, points: LinePoints): number {
  let [lastX, lastY] = points[0] as readonly [number, number];
  if (x <= lastX) return lastY;
  for (const [nextX, nextY] of points) {
    if (x <= nextX) return lastY + ((nextY - lastY) * (x - lastX)) / (nextX - lastX);
    lastX = nextX;
    lastY = nextY;
  }
  return lastY;
}
