/** A stretch of the overview in days since its first day, both ends included. */
export type BrushWindow = { readonly from: number; readonly to: number };

/** A shorter stretch has too few days for a line. */
export const SHORTEST_DAYS = 6;

/** The stretch dragged between two places, long enough and inside the overview. */
export function draggedWindow(a: number, b: number, lastDay: number): BrushWindow {
  const [low, high] = a < b ? [a, b] : [b, a];
  const to = Math.min(lastDay, Math.max(Math.round(high), Math.round(low) + SHORTEST_DAYS));
  return { from: Math.max(0, Math.min(Math.round(low), to - SHORTEST_DAYS)), to };
}

/** The same stretch, moved; it stops at the ends. */
export function movedWindow({ from, to }: BrushWindow, days: number, lastDay: number): BrushWindow {
  const by = Math.max(-from, Math.min(Math.round(days), lastDay - to));
  return { from: from + by, to: to + by };
}
