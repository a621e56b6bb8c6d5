/**
 * Whether two activities went the same way, in the same direction, from the same place.
 * CRS-2: lengths within 4 % (and 50 m), starts and ends within 150 m, and 95 % of the points of
 * each within 40 m of the other's line, near the same share of the way.
 * Reference: after the Hausdorff and Fréchet distances of curves; the limits are conventions.
 * Valid: courses of `courseSignature`; a loop begun elsewhere or run the other way is another course.
 */
import type { Course } from "./course";
import { flatDistance, metresPerLongitude } from "./flat-distance";

const LENGTH_TOLERANCE = 0.04;
const LENGTH_TOLERANCE_M = 50;
const END_TOLERANCE_M = 150;
/** Two receivers' errors, and both sides of a road. */
const LINE_TOLERANCE_M = 40;
const MATCHED_SHARE = 0.95;
/** How far along, as a share of the way, the other line may be ahead or behind. */
const ORDER_TOLERANCE = 0.05;

/** How much longer or shorter a course may be that is the same as one of `lengthM`. */
export function lengthTolerance(lengthM: number): number {
  return lengthM * LENGTH_TOLERANCE + LENGTH_TOLERANCE_M;
}

export function isSameCourse(a: Course, b: Course): boolean {
  if (Math.abs(a.lengthM - b.lengthM) > lengthTolerance(Math.max(a.lengthM, b.lengthM))) {
    return false;
  }
  const [lastA, lastB] = [a.latitudeDeg.length - 1, b.latitudeDeg.length - 1];
  if (distance(a, 0, b, 0) > END_TOLERANCE_M) return false;
  if (distance(a, lastA, b, lastB) > END_TOLERANCE_M) return false;
  return followsLine(a, b) && followsLine(b, a);
}

function distance(a: Course, i: number, b: Course, j: number): number {
  return flatDistance(
    a.latitudeDeg[i] as number,
    a.longitudeDeg[i] as number,
    b.latitudeDeg[j] as number,
    b.longitudeDeg[j] as number,
  );
}

/** Nearly every point of `course` lies on `line`, in the order of the way. */
function followsLine(course: Course, line: Course): boolean {
  const points = course.latitudeDeg.length;
  const segments = line.latitudeDeg.length - 1;
  const reach = Math.max(2, Math.ceil(segments * ORDER_TOLERANCE));
  const mayMiss = Math.floor(points * (1 - MATCHED_SHARE));
  let missed = 0;
  for (let i = 0; i < points; i++) {
    const middle = Math.round((i / (points - 1)) * segments);
    if (isNear(course, i, line, middle - reach, middle + reach)) continue;
    missed++;
    if (missed > mayMiss) return false;
  }
  return true;
}

/** Point `i` is near one of the line's segments `from` to `to`. */
function isNear(course: Course, i: number, line: Course, from: number, to: number): boolean {
  const last = Math.min(line.latitudeDeg.length - 2, to);
  for (let segment = Math.max(0, from); segment <= last; segment++) {
    if (distanceToSegment(course, i, line, segment) <= LINE_TOLERANCE_M) return true;
  }
  return false;
}

const METRES_PER_LATITUDE = metresPerLongitude(0);

function distanceToSegment(course: Course, i: number, line: Course, segment: number): number {
  const latitude = course.latitudeDeg[i] as number;
  const longitude = course.longitudeDeg[i] as number;
  const east = metresPerLongitude(latitude);
  const x = (n: number) => ((line.longitudeDeg[n] as number) - longitude) * east;
  const y = (n: number) => ((line.latitudeDeg[n] as number) - latitude) * METRES_PER_LATITUDE;
  const [startX, startY] = [x(segment), y(segment)];
  const [alongX, alongY] = [x(segment + 1) - startX, y(segment + 1) - startY];
  const squared = alongX ** 2 + alongY ** 2;
  const share = squared === 0 ? 0 : -(startX * alongX + startY * alongY) / squared;
  const clamped = Math.min(1, Math.max(0, share));
  return Math.hypot(startX + alongX * clamped, startY + alongY * clamped);
}
