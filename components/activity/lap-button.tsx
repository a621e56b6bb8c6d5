"use client";

import { useCrosshair } from "./crosshair";

type Props = { lap: number; fromS: number; toS: number; what?: "Lap" | "Interval" | "Step" };

/** Selects the stretch of a lap, an interval or a step in the streams chart and shows it there. */
export function LapButton({ lap, fromS, toS, what = "Lap" }: Props) {
  const crosshair = useCrosshair();
  function select() {
    crosshair.set({ cursorS: null, selection: { fromS, toS } });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    document
      .getElementById("streams")
      ?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  }
  return (
    <button
      type="button"
      onClick={select}
      aria-label={`${what} ${lap}: select in the chart`}
      className="min-h-6 min-w-8 rounded-sm text-left font-medium text-accent underline-offset-4 hover:underline"
    >
      {lap}
    </button>
  );
}
