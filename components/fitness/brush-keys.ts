import type { BrushWindow } from "./brush-window";
import { SHORTEST_DAYS } from "./brush-window";

export type BrushThumb = "from" | "to";

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -7,
  ArrowDown: -7,
  ArrowRight: 7,
  ArrowUp: 7,
  PageDown: -28,
  PageUp: 28,
};

/** What a key does to one end of the stretch, in days since the first; null for every other key. */
export function brushKey(
  key: string,
  thumb: BrushThumb,
  { from, to }: BrushWindow,
  lastDay: number,
): BrushWindow | null {
  const step = STEPS[key];
  if (step === undefined && key !== "Home" && key !== "End") return null;
  const at = thumb === "from" ? from : to;
  const wanted = step === undefined ? (key === "Home" ? 0 : lastDay) : at + step;
  return thumb === "from"
    ? { from: Math.max(0, Math.min(wanted, to - SHORTEST_DAYS)), to }
    : { from, to: Math.min(lastDay, Math.max(wanted, from + SHORTEST_DAYS)) };
}
