"use client";

import { type ComponentType, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Packed, unpack } from "@/lib/packed";
import { ChartExport } from "./chart-export";
import { plotCsv } from "./plot-csv";
import { PlotLegend } from "./plot-legend";
import type { PlotModel } from "./plot-model";
import { plotPicture } from "./plot-picture";
import { StaticPlot } from "./static-plot";

type LazyInteractivePlotProps = {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly packed: Packed<PlotModel>;
  /** Stands before the exports. */
  readonly links: ReactNode;
};

type Plot = ComponentType<{ model: PlotModel }>;

/**
 * Shows a drawing at once and swaps in the interactive chart of the same size when it has
 * loaded. Loading starts when the drawing comes into view.
 */
export function LazyInteractivePlot(props: LazyInteractivePlotProps) {
  const { id, title, finding, packed } = props;
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
      const show = (module: typeof import("./interactive-plot")) => {
        if (isCurrent) setLoaded(() => module.InteractivePlot);
      };
      // Without a network the drawing stays as it is.
      import("./interactive-plot").then(show, () => undefined);
    });
    observer.observe(element);
    return () => {
      isCurrent = false;
      observer.disconnect();
    };
  }, []);
  return (
    <>
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
      <div className="mt-2 flex flex-wrap justify-end gap-x-4 text-[13px]">
        {props.links}
        <ChartExport
          title={title}
          fileName={fileName(id, model)}
          csv={() => plotCsv(model)}
          picture={() => plotPicture(title, finding, model)}
        />
      </div>
    </>
  );
}

/** "formline-performance-2026-08-24-to-2026-11-21". */
function fileName(id: string, { days }: PlotModel): string {
  const first = days?.[0];
  const last = days?.at(-1);
  return first && last ? `formline-${id}-${first}-to-${last}` : `formline-${id}`;
}
