import type { ReactNode } from "react";

/** Fills its parent drawing, stretching the marks inside; strokes keep their width by non-scaling-stroke. */
export function Stretched({ viewBox, children }: { viewBox: string; children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height="100%"
      viewBox={viewBox}
      preserveAspectRatio="none"
      overflow="visible"
    >
      {children}
    </svg>
  );
}
