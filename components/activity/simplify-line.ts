import type { PagePoint } from "./track-projection";

/**
 * Douglas-Peucker: the points of `line` that matter when nothing may move by more than
 * `tolerance`. First and last always stay. Iterative, so a long track cannot exhaust the stack.
 */
export function simplifyLine(line: readonly PagePoint[], tolerance: number): PagePoint[] {
  if (line.length <= 2) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [first, last] = span;
    const farthest = farthestFrom(line, first, last);
    if (farthest.distance <= tolerance) continue;
    keep[farthest.index] = 1;
    stack.push([first, farthest.index], [farthest.index, last]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

function farthestFrom(
  line: readonly PagePoint[],
  first: number,
  last: number,
): { index: number; distance: number } {
  const a = line[first] as PagePoint;
  const b = line[last] as PagePoint;
  let index = first;
  let distance = 0;
  for (let i = first + 1; i < last; i++) {
    const away = distanceToSegment(line[i] as PagePoint, a, b);
    if (away > distance) {
      distance = away;
      index = i;
    }
  }
  return { index, distance };
}

function distanceToSegment(p: PagePoint, a: PagePoint, b: PagePoint): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  if (lengthSquared === 0) return Math.hypot(p.x - a.x, p.y - a.y);
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
