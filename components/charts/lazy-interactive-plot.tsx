"use client";

import { type ComponentType, useEffect, useMemo, useRef, useState } from "react";
import { type Packed, unpack } from "@/lib/packed";
import { PlotLegend } from "./plot-legend";
import type { PlotModel } from "./plot-model";
import { StaticPlot } from "./static-plot";

type Plot = ComponentType<{ model: PlotModel }>;

/**
 * Shows a drawing at once and swaps in the interactive chart of the same size when it has
 * loaded. Loading starts when the drawing comes into view.
 */
export function LazyInteractivePlot({ packed }: { packed: Packed<PlotModel> }) {
  const model = useMemo(() => unpack(packed), [packed]);
  const place = useRef<HTMLDivElement>(null);
  const [Loaded, setLoaded] = useState<Plot | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isCurrent = true;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void import("./interactive-plot").then((module) => {
        if (isCurrent) setLoaded(() => module.InteractivePlot);
      });
    });
    observer.observe(element);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={place}>
      {Loaded ? (
        <Loaded model={model} />
      ) : (
        <>
          <PlotLegend model={model} at={model.marker?.at ?? model.labels.length - 1} />
          <StaticPlot model={model} />
        </>
      )}
    </div>
  );
}
