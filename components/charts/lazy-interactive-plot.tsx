"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { PlotModel } from "./plot-model";

type Plot = ComponentType<{ model: PlotModel }>;

/**
 * Shows the server's drawing (`children`) at once and swaps in the interactive chart of
 * the same size when it has loaded. Loading starts when the drawing comes into view.
 */
export function LazyInteractivePlot(props: { model: PlotModel; children: ReactNode }) {
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
  return <div ref={place}>{Loaded ? <Loaded model={props.model} /> : props.children}</div>;
}
